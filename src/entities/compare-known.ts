/**
 * Words that are names as they stand: two different ones are two names, however few letters apart. Iran is no slip of
 * Iraq, Marta none of Maria. The naive version, a slip is a slip, merges the Bank of Iran with the Bank of Iraq.
 */
import { once } from '../text/once.ts';
import { KNOWN_NAMES } from './compare-known-names.ts';
import { isGivenName } from './nicknames.ts';

/** Countries and their people, where one letter or two lead to another; months; given names of no short form; sides of the world. */
const known = once(
  () =>
    new Set(
      `afghan algeria albania algerian albanian angola argentina armenia australia austria australian austrian bahrain bahamas belarus belgium benin
bolivia bosnia botswana brazil britain brunei bulgaria burundi cambodia cameroon canada chad chile china colombia columbia comoros congo
croatia cuba cyprus czechia denmark dominica dominican ecuador egypt england eritrea estonia ethiopia fiji finland france gabon gambia georgia
germany ghana greece grenada guatemala guinea guyana haiti holland honduras hungary iceland india indian indiana indonesia iran iranian iraq
iraqi ireland israel italy jamaica japan jordan kenya kiribati korea kuwait laos latvia lebanon lesotho liberia libya libyan lithuania
macedonia madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco mongolia montenegro morocco mozambique
myanmar namibia nauru nepal netherlands nicaragua niger nigeria norway oman pakistan palau panama paraguay peru poland portugal qatar romania
russia rwanda samoa senegal serbia seychelles singapore slovakia slovenia slovak slovene somalia spain sudan suriname sweden switzerland syria
syrian taiwan tajikistan tanzania thailand togo tonga tunisia turkey tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam wales
yemen zambia zimbabwe iberia siberia
january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday
ada aida alan alba alma amal amin amina amir amira anton arno aziz barry bella bilal bruno carl carla carol cora dalia dana dante dario dina dora
elena elias elisa elsa emil emilia enzo erika eva fadi faisal farid farida fatih felix flora gary gemma gina hadi hamad hamid hana hani harry
hassan hatem hussein ida ilana ilse ines irene iris ismail issa jamal jamil jane janet janice jean jenna joan jonas jorge judith jules june
kamal karen karim karina karl karla kerry khalid laila lara larry laura leila lena leon leona lina linda lisa livia lola lorena lorna lucas
lucia luisa lukas luna mahmoud majid malik manfred mara marc marcel marcia marco marek maria marie mariam marina mario marion maris marisa
marlene marta martina mary maya mila milena mina mira mona monica morris moses mounir muhammad murad nabil nadia nadine naomi nasser nico nils
nora norma omar osman otto paola pascal paul paula perry rachid rahim ralf ramon rania rashid renata renate rita rolf rosa rose ross roy ruben
said saleh salem salim salma samir sami sandra sara selma serena selena silvia simon simone sonia susana tamar tamara tania tara tarek tariq terry
tina ulrike umar vera vito walid wanda yara yasin yasir yasmin yusuf zaid zara zaki
north south east west northern southern eastern western national international father mother brother sister young younger elder`.split(
        /\s+/,
      ),
    ),
);

/** Whether two different folded Latin words are each a name or word of its own. */
export function areBothKnown(a: string, b: string): boolean {
  return isKnown(a) && isKnown(b);
}

/** Given names that sound nearly alike and are two people's. */
const APART: readonly ReadonlySet<string>[] = [
  'john joan jane june',
  'jean joan jan june',
  'francis frances',
  'daniel danielle daniela',
  'gabriel gabrielle gabriela',
  'michel michelle',
  'anna hanna',
  'anna hannah',
  'carl carol carla',
  'karl karla carol',
  'andre andrea andreas',
  'saad said',
  'salem salma',
  'amin amina',
  'samir samira',
  'karim karima',
  'lara laura',
  'lena lina liana',
  'maria mario',
  'mary mario mara',
  'eric erica',
  'frederic frederica',
].map((names) => new Set(names.split(' ')));

/** Whether two folded Latin words are given names that no spelling makes one. */
export function areNamesApart(a: string, b: string): boolean {
  return APART.some((names) => names.has(a) && names.has(b));
}

const wordsOfNames = once(() => new Set(KNOWN_NAMES.trim().split(/\s+/)));

function isKnown(word: string): boolean {
  return known().has(word) || wordsOfNames().has(word) || isGivenName(word);
}
