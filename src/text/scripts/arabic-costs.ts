/** Made by src/platform/node/train/compare-sounds.ts; do not edit. A sound, then its spellings with log-odds in tenths. */
export const ARABIC_COSTS = `
- a-16 c-38 d-22 e-11 g-51 h-31 i-16 k-37 l-54 n-31 o-24 r-53 s-37 t-23 u-15 v-52 y-29
' a3 i-26 m-18 ou10 o-10 --29
A a16 co-24 e-17 i-25 o-13 u-25 --19
B bb46 b37 v30 w17
C ch58 ci-10 cz31 c-7 s-30 tsch33 tsh-13 ty-35 --22
D dd4 dh22 d-5 th6 z47
E eu38 e3 o-7 u2 -6
F ah-36 a-22 eh-30 et-45 h-40 ia-31 --14
G gh46 g31 h-50 j-46 kh-25 ong48 rh-22
H ch0 h23 kh4 x-15
I ee12 i4 u2 yi36 y23
J ge9 g14 j35 rz1 s1 x-9 zh56 z15
K ch42 ck31 c6 kh41 k18 q21
N ng48 nk31 n19
O a-12 eo36 er26 e5 io11 o5 u10 yo32
P ff61 f36 ph49 pp54 p37
Q sch69 sc24 shch113 sh35 st20 szcz135
R a3 ea5 ia16 ja42 ya44
S ch41 c-21 sh54 si11 sj-25 ssi27 sz-24 s6 ti8 x7
T s8 th52 ts0 t-25
U ew44 iu27 ju51 ue18 u2 you60 yu53
W a-44 b-41 co-2 ko-2 ou10 ow2 o20 u19 v20 w20 y-53 --45
Y ad-33 an0 a-19 ca-13 ese36 e8 h-37 ic4 ish30 i14 j-12 ka-24 nes4 y15 --18
a ah27 a50 er28 e16 ha26 o16 u10
b bb12 bh11 b36 p13 v-34
c cz45 c21 tch59 tc26 ts45 tz51 zz60 z23
d dd17 dh24 d35 th11 t-26
e ay-32 a-12 e-3 --16
f ff12 f46 gh-33 pf-10 ph39 v27
g gh26 gue35 gu33 g34 h-34 j-61 k-32
h a-24 ea-10 e-29 g-58 h29 j-16 --22
i ea12 ee35 ey40 e24 hi36 is15 i47 j23 y42
j c-29 dge45 dj48 dzh26 gi16 g22 j41 y-65
k cc6 ch20 ck11 c23 jk11 kh15 k31 que72 qu41 q18 s-40 w-37
l ll29 l27 w-33 --23
m mm6 m32
n m-47 ng-4 n23 --57
o au29 aw36 a2 eau42 ho31 oh26 ow45 o47 u18
p b-54 ph16 pp36 p41
q c17 gh27 g-18 kh33 k18 q37
r de-11 d-14 er23 kar18 l-34 rr10 r26 urk34 ya-14 y-45
s ce22 c4 sk0 ss22 sz-38 s27 x-41 z-15
t d-37 th30 t29
u hu42 oe14 oo38 ou47 o17 u47 w30
v b-17 f-30 ph-5 u-27 vv11 v42 w31
w b-3 oo16 ou25 o-1 u15 v34 w46
x ch44 g-56 h13 j16 kh62 k-31 x-23
y ie18 ii18 i12 j32 ll29 y39
z s14 zz59 z43
AY igh40 w-35
Al e-30 ger50 j-2 t-34 ues49 u-21 y-18
An a-33 op12
As sk13
Ce an43 a37 c29 ese85 e34 h34 ian78 ic54 ish81 i40 l-6 ng53 n28 o31 s4 u27 x44 y31
JY j25
SY ci23 c-12 ti16
WC o12 u7
WW ru7 uy12 u12 y-22
WY hu3 h-26 ian13 n-42
Wb p-11
Wl sh14
Wm me12 mu16 o-26
Wn an-10 a-27 u-30 v-10
Wr od11 o-29
Ws i-14
Wv v42
Wz g2
YA s-41
YF an39 a-10 h-9 ic31 o-4 s-4
YS c-15 t-10
YW cu3 je8 uk6 uy12 vo12
YY c-30 n-4 o-56 sh-8
Yb bbe61
Ye an9 a11
Yg a-36
Yh a-15
Yj age48 ge23
Yk aw14 a-46 e-26
Yn and38 h-32
Yq l-6
Yr ari23
Yt e-31
Yv w29
Yz a-27 se38
ai ei119 i113 y121
au ou132 ow149
ay i92
dJ j24
dY at8 j-3
dj j-19
dz z-17
ei a33
en e-24
es a-17
ey a27
fA pe40
fY th23
fl pal77
gz x55
he hu47
jz g32 isl83
kA s-30
kC c9 w14
kY ca16 w-12 x10
ks x58
kv qu51
kw qu85
kz ex70 xe72 x36
lA k-25 s-38 u-31
lG g27
lS ch49
lb bu38 p19
lf v31
lh ha15 hi26 h15
lj g17
lk ca16 c5 ka17 ku30 k14
lm mo18 m13
ls ch28 c-14 r-19 se14 s9
lt tu23
mW o-19
me mo29
nC c-10 n7
nW ish41
nY c-23 in-13 sh8
ng ng63 n-21
ou o102
pW pa38
pe pu57
pp p23
rY ric39
rq r2
sW ch19 sy32
sY an-1 ch17 ic8 sh16
sh a-15
sp ur35
st i6
tC ch-5
tS ch71
tW ta13
ts c3 z7
uu w116
xW h12 j24
ya ia124 ya149
yu u117
zY e-19 sh39 t-15`;
