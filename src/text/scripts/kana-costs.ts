/** Made by src/platform/node/train/compare-sounds.ts; do not edit. A sound, then its spellings with log-odds in tenths. */
export const KANA_COSTS = `
- a-36 c-63 d-40 e-30 g-43 h-36 i-35 l-37 n-21 o-64 r-38 s-31 t-52 u-57 w-34 y-36
' aa7 a1 e-4 i-17 ou19 o-10 u-9 --27
A aa7 ah12 au9 a35 er14 e12 ha12 i-5 o8 u-1 -1
B bb45 b37 v29 w17
C ch64 ci-25 cs-19 cz7 c5 k-47 tch27 tc-18 tsch57 tsh10 ty-12 t5
D dd33 dh51 d24 th35 z21
E eu38 e2 i-17 o-8 u2 -6
F ah25 at8 a19 eh30 et16 e10 h20 ia1 --20
G gh51 g25 h4 j8 kh29 rh32
H ch43 hh38 h17 kh47 x27
I ee12 i4 u2 yi35 y23
J ge26 g8 j27 rz37 s-12 x27 zh64 z20
K ch42 ck31 c5 kh40 k17 q20
N ng48 nk30 n18
O a-12 eo36 er26 e5 io11 o5 u9 yo31
P ff61 f35 ph49 pp54 p36
Q sch69 sc24 shch112 sh35 st19 szcz135
R a2 ea4 ia15 ja41 ya43
S ch38 c-15 sch22 sc-23 sh48 sj-9 ssi-5 sz-8 s23 ti9 x-19
T s-1 th49 ts30 t5
U ew43 iu26 ju51 ue17 u1 you60 yu53
W au9 eu17 oe13 oo19 ou35 ow34 o39 ue17 uo19 u38 v36 w35
Y ae4 ay26 ea4 ee25 ey32 e25 ie20 i38 j22 oi11 ye30 y39
a a18 c-48 er7 e-18 o-40 u-15 --59
b bb5 bh10 b36 p-29 v29
c cz13 c7 tch28 tc-6 ts45 tz20 zz28 z-3
d dd29 dh25 d35 l-27 th-20 t-32
e ai-2 ay13 a-13 ey19 e26 he9 ie-5 i-16 oe3
f ff60 f43 gh-15 pf9 ph48 v6
g gh41 gu34 g33 h-48 j-45 k-44
h ch-15 g-6 h31 j15 kh49 --69
i an-19 ee7 ey-2 e-17 hi-8 i21 j-15 y18 --53
j c-50 dge16 dg29 dj54 dzh46 d-11 gg-14 g16 j41 s-17 y-2 z2
k cc21 ch21 ck-13 c22 g-53 kh34 kk15 k29 que68 qu52 q14 --47
l lh35 ll50 l49 w17
m mm-18 m34 n-60
n gn-8 m7 ng21 n23
o au6 aw13 a-29 eau13 ho2 ian21 oh2 oo-5 ot-5 o25 u-4 --64
p b-36 ph16 pp38 p42
q ck35 c27 gh29 g6 kh37 k35 q46
r l22 rr0 r21
s ce-13 c-2 ss23 s21 x-20 z12
t d-18 th35 tt19 t27
u ese30 e-20 hu5 h-31 ian21 i-44 oo5 ou17 o-21 uu4 u19 v-29 w-7 --17
v b-10 f-23 ph1 u-20 vv18 v45 w-1
w b-46 oo-28 ou18 o-45 u1 v-9 w43
x ch47 g-5 hh27 h26 j21 kh56 k6 x27
y ie-26 ii-25 i-21 j24 ll21 y31 --38
z s-4 ts-8 zz64 z47
Ci ti57
Cu tu45
Si ci54 sh61 s8
Su sh59
ai ew32 i-1 y-3
an in6 is21 o-23
ar la9 y-6
au ou16 ow25
ay i-42
bu b23
cu ts65 tu70 z41
dJ j60
di d5
dj j1
do de44 di40 d43 h19 t6
dz z9
ei a-9
ek e-5
ey a-26
fu e6 f54 hu56 h29 ju74 kh61 u11 v36
gu g33
gz x26
he h22
hi ch51
iS x47
ia ic21 n-23 y-7
iy i11 y29
ji j36 si49 zi69
ka c-6
ki k-3
ks x22
ku ck37 c12 g-2 h-4 kh38 k38 q40 rk38 uk35 w10
kv qu56
kw qu40
ma i-22
mu m21 um31
ng ng62
ny n-4
on a-19
or t-9
ri l-5 r-23
ru ar4 lle59 ls22 l22 r26 ur26
si ti30
su ce40 n-8 s42 t-2 x39 z23
tC ch19
to te30 tic77 ti29 t41
ts c-27 z-12
uC q41
uc z41
uk u1
ur r11
us x46
uw w48
uz g20
wa w32
ya ia13 ya60
yo o4
yu u36
zu s13 z50`;
