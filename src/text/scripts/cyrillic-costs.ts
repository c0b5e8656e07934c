/** Made by src/platform/node/train/compare-sounds.ts; do not edit. A sound, then its spellings with log-odds in tenths. */
export const CYRILLIC_COSTS = `
- a-32 c-63 d-47 e-24 g-45 h-30 i-29 j-26 l-51 n-31 o-42 r-49 s-32 u-47 w-64 y-23
' aa9 a3 e-2 i-15 ou21 o-8 u-7 --25
A aa9 ah14 au11 a37 er16 e14 ha14 i-3 o10 u2 -3
B bb47 b39 v31 w19
C ch57 cz40 c-3 j-19 tch45 tc-42 tsch32 tsh-14 ty-36 --10
D dd35 dh53 d26 th37 z23
E eu40 e4 i-15 o-6 u4 -8
F ah27 at10 a21 eh32 et18 e12 h22 ia3 --18
G gh45 g12 h-32 j14 kh-7 rh-4
H ch45 hh40 h19 kh49 x29
I a-35 ee5 es1 i12 s-23 u-31 y15 --28
J ge30 g7 j37 rz-20 s-15 x-29 zh36 z-37
K ch44 ck33 c7 kh42 k19 q22
N ng50 nk33 n20
O a-11 eo-2 er-12 e-10 io29 o2 u2 yo53
P ff63 f38 ph51 pp56 p38
Q sch42 sc-3 shch85 sh8 st39 szcz108
R a7 ia10 ja36 l-46 n-8 ya40 ye6 --18
S ch39 g-26 sc-35 sh55 ssi-18 sz-21 s14 ti-42 x-32 --59
T s2 th51 ts32 t7
U ew-2 iu33 ju44 u26 you15 yu40 y-3
W oo21 ou37 ow36 o41 uo21 u40 v38 w37
Y ae6 ay28 ea6 ee27 ey34 e27 ie22 i40 j24 oi13 ye32 y41
a a17 c-51 e-12 ja-1 o-5 sh-14 u-26 --25
b bb11 b38 p-15 v-30 w-24
c cz-10 c21 tch5 tc-29 ts38 tz-3 t-2 zz47 z11
d dd27 dh18 d35 j-17 th15 t-23 --62
e ai-16 ay-20 a-12 e25 he5 i-24 l-53 n-52 u-55 --36
f ff43 f48 gh-30 pf-7 ph53 p-4 th20 v-32
g gh33 gue35 gu26 g34 h5 j-63 k-17 n-29 q1 --52
h ch-16 g-36 h28 j-20 kh28 --43
i an-2 c-47 ea-22 ee-3 ey9 e-8 hi3 ic-13 i19 j-16 sh7 s-38 u-45 y11 --21
j c-47 dge58 dg32 dj61 dzh49 gg-12 gi19 g13 j46 y-41
k cc6 ch16 ck15 c19 g-39 kh20 kk4 k26 que64 qu49 q16 w-34 --24
l lic34 ll30 l31 w-60 --53
m mm-6 m34 n-33
n c-51 l-54 m-32 ng1 nj4 n23 u-57 --27
o aj-9 au-18 aw4 a-12 c-33 eau9 e-28 ot-4 ow-34 o26 s-58 u-12 --33
p b-15 pp26 p41 --60
q ck-7 c2 gh-14 g-37 kh29 k18 q31
r l-45 ric22 rr4 r28 y-45
s ce14 c1 ian5 ia-35 no-20 sc-23 ss13 s23 ts-5 x-10 z-2 --22
t d-18 n-49 th33 tt15 t30
u a-56 hu18 i-51 ju13 oe-8 oo16 ou27 o-3 uu-10 u29 w12 y-22 --56
v b-1 f-18 o-40 ph-35 u10 vv-19 v39 w32
w b-1 oo-24 ou-15 o-41 u20 v24 w29
x ch42 c-14 g-26 h29 j14 kh49 k-55 x7 --62
y an-19 a-32 h-32 i5 j18 ll-9 s-40 u-33 y24 --14
z s17 ts-33 zz45 z43
CC k11
CJ zh80
Ca an15 c-1 ese63 e-15 h2 ian54 ic28 ish61 i3 n0 s-18 ti14 y1
Ce an28 c16 h14 ian54 i25 n-2 o-9 t-6 u-5 w10 y-1
Ck ny33 q14
Cn c8
Co e3 ian46 n-20 w9
Cs t-8
Cu qi59
II e9 i4 n5
IR e13
IS v47
Ic y40
In y0
Iq c40 l35 n30
Iy e-2
Ja si23 s0
Qa st56
RC y17
Rc ya51
Rg an25
Rl e-10 i-18
Rn e-14 ic20 i10 y8
Sk a-11 g27 k16 s-6
Ss s8
aC y-4
aR an23 c17 e9 h-7 n14 r-11 sh40
aS a-23
ac e-15
ae c-15
af i-15
ag an6 e-23 ian33 ic19 o-23 sh16
ai ra-12
ak aw6
al e-34 u-6
an c-27 d-30 e-21 i-19 y-21
au ow31
ay h-13 ij21 i-12
bb b5
be bu37
bi bu45
cI t27
cR c30 n13
ca c17 n-11
ci ch48 e-11 ti57 t-3
ck k32 ti35 t19
cu c16
dI de46 ds48 d31 ic48
dJ di42 ge62 gi48 gy69 g41 j75 z31
da j-2
di j1
dj j4
dp d8
ds a-33
dx h9
dz d30 g11 j35
eS a-4
ec ki40
ef eth83
eg ay23 a-10
em es22
en al4
er oes51 oe7 o-3 s-24 ur16
ev rth68 y11
ey a11 h6 y6
fa pa22 pe41
fi the72
ge h-1 v5
gz x1
ho s15
iR an6 e1 s-7 y24
iS v1
ic y8
ie l-24
ii o-45
im a-32
in h-15 ic9 w5
ir y-19
is an-9
it h-11
iy an31 a-16 c17 ee15 e14 g-23 ia21 i20 l-19 n6 r-28 sh37 te11 y17
kC q14 w5
ka c2 e-32 h-2 ian32 n2 s-35 y-14
ke co25
ki al-2 an1 as1 a-30 e2 h10 ian47 n15 t-26
ko an-4 ic14 ki13 n-7
ks x54
ku ka13 q15
kv qu83 q27
kw qu40
kx k13
lI a-13 n1 r-1
la e-28 i-27
le d-10
li a-34 ls15 u-8
ll c-9 s-17
mC mq77
mI ma45
mR me40
mb m-5
mu ma30
na al-9 d-23 hn0 s-32
nd i-14 n-20 sh25
ne ger61
ni o-36
no c-11
ns a6 ogn49 o-13
oC er32 h-3
og a-22 c-6
oi an-8
ol i-26
om em16
on a-31 v0
or od25
ou o-9
ov e-6 l1 n-1
ox u0
oy ia7
pI f32
pe a-10 pu44 p20
pi f8
pp p37
ps b21
rI s8
rd r-8
re s-20
ri e-30 s-24
rv ro41
sI a-4 n-7
sk al-1 an22 a11 be26 d-16 es47 e10 ian48 ia6 ic44 it15 i27 l-11 nes58 n5 og22 o2 u-11 v-5 w-4 y14 z-6
st a-37 i-6 s-12 z3
su sy43
sy no18
tC ch-6
ta e-30
te d-8
ti an-9
tn d-6
to a-27
tp t3
ts c-11 z-38
tt d-6
ui j-2
ul k-6
un an-2
uo ar9
ut a-23 it18
uu u7 w-35
vI l8 n1
va oa1 ow32
ve hu46
vi a-21 b-6
vo y-6
xa c-1
xi i-13
xo a0 c25 e5 i11
xs k17
ya an10 it9 n-22 on10 t-24
ye a-18 er18
yi a-40
yn an26 ar4 c-4 ese57 e-16 i-10 k-6 o-21 r-24 se31 sh39
ys a20 e-5 ua10
zC s11
zk gi28`;
