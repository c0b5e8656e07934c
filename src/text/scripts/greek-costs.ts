/** Made by src/platform/node/train/compare-sounds.ts; do not edit. A sound, then its spellings with log-odds in tenths. */
export const GREEK_COSTS = `
- a-42 e-25 g-53 h-15 i-52 j-42 k-44 l-57 n-22 o-38 s-43 t-47 u-54 w-44 y-29 z-40
' aa8 a2 e-3 i-16 ou20 o-9 u-8 --26
A aa8 au10 a36 er15 e13 i-4 o9 u0 -2
B bb46 b38 v30 w18
C ch69 ci19 cs25 cz50 c13 k-4 tch71 tc26 tsch100 tsh54 ty32
D dd-13 d33 th-11 z-24
E eu39 e3 i-16 o-7 u3 -7
F ah26 at9 a20 eh31 et17 e11 h21 ia2 --19
G c-20 gh26 g27 h-46 j0 kh-21 rh-18
H ch44 hh39 h18 kh48 x28
I ee13 i5 u3 yi36 y24
J ge27 g9 j28 rz38 s-11 x28 zh65 z21
K ch43 ck32 c6 kh41 k18 q21
N ng49 nk31 n19
O a-12 eo37 er27 e6 io12 o6 u10 yo32
P ff62 f36 ph50 pp55 p37
Q sch70 sc25 shch113 sh36 st20 szcz135
R a3 ea5 ia16 ja42 ya44
S ch48 sch70 sc25 sh59 si17 sj39 ssi42 sy31 sz39 s22 ti18 x28
T c-7 s-36 th60 ts-6 t16
U ew44 iu27 ju52 ue18 u2 you61 yu54
W au10 eu18 oo20 ou36 ow35 o40 ue18 uo20 u39 v37 w36
Y ae5 ai2 ay27 ea5 ee26 ey33 e26 ie21 ii7 i39 j23 oi12 ye31 y40
a a17 er-46 e-22 o-24 s-36 u-30 --32
b bb-5 b37 mb51 mp35 p-6 v-11
c cz47 c32 tch61 ts45 tz11 zz19 z-17
d dd36 dh27 d34 t15
e ai16 ay18 a-21 ei-3 e24 he18 i-12
f ff30 f47 gh-14 pf9 ph56 v16
g gg-10 gh32 gue7 gu24 g34 h-46 j-43 k-42
h ch29 g10 h35 j26 kh51 --25
i a-31 ea-21 ee3 ey15 e-2 hi14 i19 j3 u-31 y13 --30
j c0 dge64 dg1 dj58 dzh55 gg-6 gi-14 g12 j46 y-36
k cc14 ch11 ck8 c19 g-28 kk7 k27 que31 qu47 q19 w-19 --30
l ll29 l30 w-43 --58
m mm-20 m34 n-62
n gn-6 kn-6 m-28 ng-25 n22 --47
o au-13 aw12 a-31 eau12 ot1 o25 u-8 --46
p b-41 pp5 p40
q ck36 c28 gh29 g7 kh37 k36 q47
r l-22 rr11 r28 y-25
s ce14 c0 sc-38 ss20 s27 ts-3 x-30 z-9 --40
t dt-32 d-47 tt22 t30 --56
u hu32 oo21 ou31 o-16 u29 w22
v b26 f-42 ph-17 u2 vv-1 v39 w20
w b-2 oo16 ou25 o-1 u16 v35 w46
x ch45 g-39 h29 j25 kh48 k-39 x-19
y ie18 ii18 i12 j33 ll29 y39
z j18 s11 ts-15 zz56 z45
Da s2
Di d35 t6
Ge a-2
Gi e-3 j27 ll40 y45
Go g11
Gu w59
aG s-2
al u-11
an e-13 i-24 r-18
au ow33
ay i1
dJ j65
di n-5
dj j13
do d12
dz ng64 nj84 z5
eG e4
en t-5 u7
es a-14
ey a15
ez a1
gz x23
ia d-15 w-6 y0
ik al12 b-6 g-9 s-11 w3 y1
im fi49 z13
in un24
it e-12
ka an34 c13 e1 h2 i-9 n3 o-11 rn13 se32 sh43 s-20 w1
ki ca23 n-16
ko an28 c25 e-11 n-11 se25 t-8 w9
ks x54
kv qu33
kw qu80
le l-9
li a-22 r-12 s-11
nD n5
na d-9 sh18
ng ng73
ni al13 a-14 d7 in11 i-13 n4 o-16
nl n-15
no d-1 n6
ol e-7 l-8
om it31 l1
on i-20 v15
op n11
os it30 o-7 t3
ou o-41
ov a-7
pa t9
po b13
pp p32
ri l-11
si n-17
st s-5
tC ch62
tT th69
ti d6 n-16 t6
to a-13
ts c-35 z-20
tu c10
ua i-17
uk k4
up b20
uu w-21
vi b7
vk c10 l7
vo no34
xe h17
xi ch49
ya ia33
yu u40
zi a-4 s26`;
