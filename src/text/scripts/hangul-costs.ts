/** Made by src/platform/node/train/compare-sounds.ts; do not edit. A sound, then its spellings with log-odds in tenths. */
export const HANGUL_COSTS = `
- a-40 d-50 e-26 g-53 h-31 i-45 n-35 o-56 r-29 s-30 t-53 u-58 y-51
' aa8 a1 e-3 i-17 ou19 o-10 u-9 --27
A aa8 ah12 au10 a36 er14 e12 ha12 i-5 o9 u0 -2
B bb46 b37 v30 w17
C ch64 ci-23 cs-17 cz8 c3 k-46 tch29 tc-16 tsch58 tsh12 ts25 ty-10
D dd33 dh51 d24 th35 z22
E eu-25 e-12 o-23 u-30 --1
F ah25 at9 a20 eh31 et17 e11 h21 ia2 --20
G gh35 g9 h-12 j-7 kh14 rh17
H ch43 hh38 h17 kh47 x28
I ee12 i4 u2 yi35 y23
J ge26 g8 j28 rz38 s-11 x28 zh64 z21
K ch42 ck31 c6 kh41 k18 q21
N ng45 nk-17 n18
O a-25 c-22 eo9 er15 e-8 ian26 i-27 nes31 n-6 o-10 u-5 yo-33 --5
P ff61 f36 ph49 pp54 p36
Q sch69 sc24 shch113 sh35 st20 szcz135
R a2 ea5 ia16 ja42 ya44
S ch47 sch69 sc24 sh59 si17 sj38 ssi42 sy30 sz39 s21 ti17 x28
T s0 th50 ts31 t5
U ew44 iu27 ju51 ue17 u2 you60 yu53
W au10 eu17 oo20 ou36 ow34 o40 ue17 uo19 u39 v36 w35
Y ae5 ai2 ay26 ea5 ee25 ey32 e26 ie21 ii7 i38 j23 oi11 ye30 y39
a ah-5 a19 er-8 e-21 i-50 o-55 u-59 --55
b bb-12 b35 p-2 v33 w-13
c cz45 c21 tch59 tc25 ts45 tz51 zz59 z23
d dd29 dh26 d36 th13 t-9
e ae-12 ai-14 ay-24 a-3 ey9 e24 he11 ie-7 i-24 oe-6
f ff73 f49 gh29 pf52 ph56 v26
g gg-12 gh34 gu34 g34 h-48 j-45 k2
h ch-18 g-3 h29 j18 kh48 --45
i ea-14 ee8 ey6 e-9 hi11 i21 j-44 y16 --54
j c-56 dge10 dg29 dj43 dzh40 gg-21 gi-30 g9 j37 s-12 y-50 z35
k cc24 ck15 c23 g-6 kh30 kk15 k31 que74 qu50 q21
l ll27 l20 w-38
m mm-19 m34 n-61
n m-26 ng-23 n24 --57
o au9 aw13 a-21 eau16 ho0 ow-17 o27 u-27
p b-12 f34 ph30 pp34 p37 v-6
q ck36 c27 gh29 g6 kh37 k35 q46
r l11 r24 y-27
s ce19 c4 ss22 s28 ts1 x-27 z12
t d-12 th31 tt20 t31
u hu24 oo16 ou29 o-12 u29 w-8
v b24 f10 ph35 u14 vv52 v45 w33
w b-49 oo-31 ou15 o-47 u16 v-12 w41
x ch47 g-5 hh27 h26 j21 kh57 k7 x28
y e-16 ie-31 ii-31 i-37 j22 ll22 y30 --45
z s9 ts20 zh32 zz63 z39
CE ts63 z37
Ce q52
EC z37
EO h9 ic38 i1
Ng g26
aO an25 c-8 ic16 o-16
ab s-7
ai i2 y9
au ou-16 ow38
ay i-45
ba w11
dJ j61
dj j-5
do n1
dz z36
ei a6
ek c7
ey a-32
ga g1
gz x54
he h19 o13
iO h10 yi31
ia n-22 o-18 y2
ik i-12
il l-2
iy i-2 y32
je a-1
ji g4 j29 si30
kO w15
ki k-3
ks x58
kv qu90
kw qu79
lr i-4 l54 t3
mb th48
nO an9 on28
nd n0 sh50
ni l-6
nu u-4
on a-14
ou o-37
pE f54 v35
pe fa54
pp p32
ra i-31
ri l-9
ry y21
si sh42
sy ch66 sh71 s20
tC ch21
ta t-7
ts c-30 z-16
uC q54
uO w15
ut t0
uu w-20
we s15
wi h13 u34
ya ia-14
yu h37 u33`;
