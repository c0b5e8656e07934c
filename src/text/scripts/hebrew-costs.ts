/** Made by src/platform/node/train/compare-sounds.ts; do not edit. A sound, then its spellings with log-odds in tenths. */
export const HEBREW_COSTS = `
- a-8 c-57 e-6 g-61 h-22 i-36 n-35 o-30 r-68 s-36 t-55 u-28 y-38
' a-1 i-57 ou-21 o-11 u-49 --26
A a15 er-52 e-3 i-45 o-29 u-26 w-17 --17
B bb-13 b34 v25 w-42 --57
C ch67 ci-22 cs-16 cz47 c4 k-44 tch30 tc-15 tsch59 tsh13 ty-9
D dd33 dh51 d24 th35 z22
E eu38 i-17 o-7 u2 -6
F a13 et-47 e2 h14 --34
G gh51 g25 h4 j9 kh30 rh33
H ch46 h16 j12 kh55 x-15
I ee12 i4 u2 yi35 y23
J ge49 g-4 j38 rz24 s-25 x14 zh50 z7
K ch46 ck-7 c-1 kh3 k11 q-17
N ng48 nk31 n19
O a-12 eo36 er26 e5 io11 o5 u9 yo31
P ff6 f35 ph38 pp30 p35
Q sch69 sc24 shch113 sh35 st19 szcz135
R a2 ea4 ia16 ja41 ya44
S ch33 sch24 sc-21 sh56 si9 sj-7 ssi-3 sy-15 sz-6 s11 ti-28 x-17
T s-11 th57 ts19 t-6
U ew43 iu27 ju51 ue17 u2 you60 yu53
W ou18 ow-6 o21 u20 v10 w2 --57
Y an-19 ee-6 e-10 ic8 i17 j3 o-40 y18 --43
a a50 er28 e16 o15 u9
b bb45 bh35 b52 p28 v40
c cz6 c15 tch21 tc-13 ts6 tz44 zz21 z24
d dd33 d35 th-24 t-36
e ai26 ay36 a11 ei23 ey33 e44 he34 ie16 i4 oe19
f ff73 f49 gh29 pf52 ph55 v26
g gg-14 gh29 gue49 gu21 g34 h-50 j-47 k-47
h ch29 g9 h34 j25 kh50 --26
i ee34 ey40 e24 hi36 is15 i47 j23 y42
j c-46 dge20 dg-4 dj57 dzh50 gg-11 g20 j45 y-40
k cc41 ch40 ck45 c43 g5 kh49 kk39 k51 que91 qu72 q43
l ll31 l30 w-43
m mm6 m31 n-29
n gn0 m-45 ng5 nn-1 n22 --55
o au29 aw36 a2 eau42 ho31 ot24 ou30 ow45 o47 u18
p b11 ph48 pp56 p50
q ck22 c21 gh-32 g-24 kh24 k30 q30 --60
r er24 l-24 rr12 r26
s ce25 c4 ss24 sz-21 s27 ts10 x-27 z-27
t an-4 c-20 dt-40 d-21 sh2 s-37 th29 tt8 t23 --29
u hu42 oo37 ou47 o17 uu27 u47 w30
v b24 f10 ph35 u14 vv52 v45 w33
w b-51 oo-32 ou13 o-48 u10 v34 w38
x ch47 g-5 hh27 h26 j21 kh57 k7 x28
y ie24 ii1 i12 j13 ll19 y22
z s17 ts-17 zh35 zz61 z41 --54
An a-28 d-4
FW f11
Ft b1
HW ju75
PW a-14
PY a-16
WP p8
WY j1
Wg o-10
Wl s-8
Wm g-5 m-9
Wn s-24
Wt t-18
YF h-12
Ym es23
Yt a-13 ese62 e5 h-4 ian59 ic39 ish67 i-2 k-10 n-1 o-17 r-26 s-16 u-13 x23 y6
ai ei101 i95 y103
au ou114 ow132
ay i30
cP f43 n23
dJ j45
dj j3
dr so35
dz z-2
ei a84
ey a32
gl l-1
gz x16
ks x78
kv qu151
kw qu96
ln l-11
m' f42
mz f35
nY an10 n3
ng g0 ng61 r-4
nz n15
ou o84
qC c27
qF an20
qY k8
qs xe73 x44
rH t16
rP d10
rY r-10
sW sy44
ts tz6 z-25
uu w98
ya ya86
yu u54
zY z31`;
