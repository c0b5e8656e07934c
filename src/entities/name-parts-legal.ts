/**
 * Legal forms of organisations, by class: GmbH, Ltd and ООО are one class (limited), AG, Inc and ОАО another (shares).
 * The naive version strips "Inc." at the end; forms also stand in front (OAO Gazprom), are written out, abbreviated with
 * points, in other alphabets. Longest form first, as folded words; what class it is only ever counts against a match.
 */
import { once } from '../text/once.ts';

const FORMS: Readonly<Record<string, string>> = {
  limited: `ltd|limited|llc|l l c|limited liability company|ltd liability co|gmbh|g m b h|mbh|ggmbh|
gesellschaft mit beschrankter haftung|ug|sarl|s a r l|societe a responsabilite limitee|srl|s r l|
societa a responsabilita limitata|societatea cu raspundere limitata|sl|s l|sociedad limitada|
sociedad de responsabilidad limitada|s de r l|s de rl|ltda|limitada|bv|b v|besloten vennootschap|bvba|sprl|aps|
anpartsselskab|oy|osakeyhtio|as|a s|ab|aktiebolag|kft|doo|d o o|ood|sia|uab|ou|sp z o o|sp z oo|sp zoo|spolka z o o|
spolka z ograniczona odpowiedzialnoscia|sro|s r o|spol s r o|pty|pty ltd|proprietary limited|pvt ltd|pvt|
private limited|pte ltd|pte|sdn bhd|sendirian berhad|bhd|berhad|co ltd|company limited|ооо|тоо|
общество с ограниченнои ответственностью|общество с ограниченной ответственностью|тов|ooo|oao ltd|
obshchestvo s ogranichennoy otvetstvennostyu|ذ م م|ش ذ م م|בעמ|有限公司|有限责任公司|合同会社|有限会社|유한회사`,
  company: 'inc|incorporated|incorporation|corp|corporation|co|company',
  shares: `plc|p l c|public limited company|ag|akg|
aktiengesellschaft|kgaa|se|s e|societas europaea|sa|s a|societe anonyme|sociedad anonima|sociedade anonima|sas|s a s|
spa|s p a|societa per azioni|nv|n v|naamloze vennootschap|asa|oyj|abp|publ|jsc|ojsc|cjsc|pjsc|zjsc|joint stock company|
open joint stock company|public joint stock company|closed joint stock company|joint stock co|oao|ao|pao|zao|оао|ао|
пао|зао|акционерное общество|открытое акционерное общество|закрытое акционерное общество|
публичное акционерное общество|ат|пат|прат|тат|sa de cv|s a de c v|de cv|sab de cv|ad|dd|d d|as publ|tbk|pt|
na|n a|national association|anonim sirketi|a o|ae|ανωνυμη εταιρεια|股份有限公司|集团公司|公司|株式会社|주식회사|ش م م|ش م ك|ش م ع`,
  partnership: `lp|l p|llp|l l p|limited partnership|limited liability partnership|kg|kommanditgesellschaft|ohg|gbr|
gmbh co kg|gmbh und co kg|gmbh and co kg|ag co kg|snc|s n c|scs|sca|cv|vof`,
  society: 'ev|e v|eingetragener verein|eg|e g|asbl|vzw|onlus|ngo|nonprofit|foundation inc',
  state: 'fgup|фгуп|гуп|муп|гбу|фгбу|мбоу|soe|ep',
};

interface LegalForm {
  readonly words: readonly string[];
  readonly class: string;
}

/** "sp z o o" is also read as "sp z oo", "s a" as "sa": points between single letters join them. */
function withPointed(forms: readonly string[]): string[] {
  const joined = forms.map((form) => form.replace(/\b(\p{L}) (?=\p{L}\b)/gu, '$1'));
  return [...new Set([...forms, ...joined])];
}

const formsByFirstWord = once(() => {
  const byFirstWord = new Map<string, LegalForm[]>();
  for (const [name, forms] of Object.entries(FORMS)) {
    for (const form of withPointed(forms.replace(/\n/g, '').split('|'))) {
      const words = form.split(' ');
      const first = words[0] as string;
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words, class: name }]);
    }
  }
  for (const forms of byFirstWord.values()) forms.sort((a, b) => b.words.length - a.words.length);
  return byFirstWord;
});

/** The longest legal form that begins at word `at`; null when none does. */
export function legalFormAt(words: readonly string[], at: number): { length: number; class: string } | null {
  for (const form of formsByFirstWord().get(words[at] as string) ?? []) {
    if (form.words.every((word, offset) => words[at + offset] === word))
      return { length: form.words.length, class: form.class };
  }
  return null;
}
