/** Italian; see cue-table.ts for the kinds of words. O(1). */
import type { CueTable } from './cue-table.ts';

export const ITALIAN: CueTable = {
  language: 'it',
  common:
    'il lo la i gli le di del della dei che è e un una per con non in nel nella a al alla da dal si sono ha ma più come anche questo questa suo sua',
  verbs:
    'detto dice disse afferma affermato dichiara dichiarato spiega spiegato aggiunge aggiunto sottolinea sottolineato assicura assicurato annuncia annunciato avverte avvertito conferma confermato racconta raccontato scrive scritto risponde risposto chiede chiesto commenta commentato ricorda ricordato ammette ammesso osserva osservato conclude concluso sostiene sostenuto ribadisce ribadito precisa precisato prosegue rispose aggiunse spiegò affermò dichiarò',
  opinionVerbs:
    'definito definisce chiamato criticato critica denunciato denuncia condannato elogiato accusato accusa parlato',
  participles: 'aggiungendo dicendo spiegando sottolineando affermando',
  accordingTo: ['secondo', 'a detta di'],
  that: 'che',
  he: 'lui egli',
  she: 'lei ella',
  they: 'loro',
  it: '',
  between:
    'ha hanno aveva anche poi ancora inoltre ieri oggi già lunedì martedì mercoledì giovedì venerdì sabato domenica',
  passive: 'è stato stata stati state viene essere era',
  definite: 'il lo la i gli le l’ questo questa suo sua',
  determiners: 'il lo la i gli le un uno una questo questa suo sua',
  prepositions:
    'di del della dei degli delle a al alla da dal dalla in nel nella con su sul sulla per tra fra contro dopo prima durante',
  conjunctions: 'e ed ma o quando mentre se come perché',
  relatives: 'che cui',
  roles:
    'portavoce ministro ministra presidente presidentessa sindaco sindaca direttore direttrice capo leader segretario segretaria allenatore allenatrice capitano avvocato avvocata procuratore giudice esperto esperta ricercatore ricercatrice professore professoressa autore autrice funzionario senatore deputato medico uomo donna fonte fonti premier',
  documents: 'comunicato rapporto lettera dichiarazione nota testo studio articolo',
  titles:
    'sig signor signora dott dottor dottoressa prof presidente ministro ministra sindaco sindaca generale papa re regina professore senatore premier onorevole avvocato',
  starters:
    'il lo la i gli le un una lui lei loro noi io ma e o se quando come per in al a di del da secondo dopo prima su con senza suo sua questo questa ieri oggi lunedì martedì mercoledì giovedì venerdì sabato domenica non anche',
  labels: 'cosiddetto cosiddetta intitolato intitolata soprannominato soprannominata parola termine',
};
