/**
 * What the letters of a name may stand for before anything was counted: for each sound symbol (src/text/scripts/) the
 * Latin spellings it is known to have in European languages and in the usual romanisations, likeliest first; an empty
 * spelling means the sound may go unwritten. The naive version starts the counting from even odds; these pseudo-counts
 * keep rare but well-known spellings (eau, sch, rz) that 700 English place names never show.
 */
const SPELLINGS = `
b b bb p v bh
p p pp b ph
t t tt th d dt
d d dd dh t th
T th t s ts
D dh d z th dd
j j g dj dzh y gg dg c gi dge
C ch c tch tsch cz cs tsh ci k tc ty
H h kh ch hh x
x kh h ch k x hh j g
r r rr rh l er
z z zz s ts zh
s s ss c z sc ce sz x ts
S sh s ch sch sz sj sy x si ti ssi sc
J zh j z g ge s x rz
G gh g rh h kh j
f f ff ph v pf gh
v v w b u f vv ph
w w v u o oo ou b
q q k c g gh ck kh
k k c ck q ch kk cc que qu g kh
g g gh gg gu j gue h k
l l ll lh w
m m mm n
n n nn nh ng gn m kn
N ng n nk
h h g j kh - ch
c ts tz z c tc cz zz tch
y y i j ii ie ll
e e ai ei ay ey a i ae oe eh ee ea he ie
a a aa ah e o u ha au
i i y ee ie ea j ey ii hi e ih is
o o au ou ow oh oo u eau ho a aw oe ot
u u ou oo o w ue uu hu eu oe
O eo o u e yo io er a
E eu u - e o i
I y i u yi ee
U yu ju iu ew u you ue
R ya ia ja a ea
Q shch sch sh szcz sc st
A a aa e o i ah u ea ha - au er
W u o w v ou oo au oe ow eu ue uo
Y i y ee ie e ai ei ay ea ey j ii ye oi ae
F a ah eh e h at et ia -
' a - aa e i o u ou
K k kh ch c ck q
B b v bb w
P p f ph pp ff`;

const PAIRS = `
ks x|gz x|kw qu|kv qu|ya ia|ya ya|dj j|tC ch|ai i|ai ei|ai y|ay i|yu u|au ow|au ou|a er|n ng|ng ng|ou o|ei a|ey a|uu w|dJ j|ts z|ts c|ts tz|dz z`;

/** Letters that are often silent, vowels first: they may stand for no sound at all. */
const SILENT = `${'aeiouy'.repeat(4)}hertsdnlg`;

/** The likeliest spelling of a sound counts most, the next three still well. */
const RANK_COUNTS = [8, 3, 3, 3];

/** Probability of each (spelling, sound), keyed `spelling|sound`; sums to 1. */
export function priorSpellings(): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (spelling: string, sound: string, count: number) => {
    const key = `${spelling === '-' ? '' : spelling}|${sound}`;
    counts.set(key, (counts.get(key) ?? 0) + count);
  };
  for (const line of SPELLINGS.trim().split('\n')) {
    const [sound = '', ...spellings] = line.split(' ');
    for (const [rank, spelling] of spellings.entries()) add(spelling, sound, RANK_COUNTS[rank] ?? 1);
  }
  for (const pair of PAIRS.trim().split('|')) {
    const [sound = '', spelling = ''] = pair.split(' ');
    add(spelling, sound, 1);
  }
  for (const letter of SILENT) add(letter, '', 1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return new Map([...counts].map(([key, count]) => [key, count / total]));
}
