/** German; see cue-table.ts for the kinds of words. O(1). */
import type { CueTable } from './cue-table.ts';

export const GERMAN: CueTable = {
  language: 'de',
  common:
    'der die das und den von zu mit sich auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie',
  verbs:
    'sagte sagt sagten erklärte erklärt erklärten betonte betont meinte meint warnte warnt forderte fordert fügte ergänzte ergänzt berichtete berichtet schrieb schreibt antwortete antwortet fragte fragt kritisierte kritisiert versicherte versichert behauptete behauptet bekräftigte räumte teilte mitgeteilt gesagt erläuterte erläutert urteilte urteilt klagte klagt lobte lobt rief ruft verkündete kündigte kündigt äußerte äußert unterstrich hob stellte bestätigte bestätigt',
  opinionVerbs: 'nannte nennt bezeichnete bezeichnet sprach spricht verurteilte warf wirft begrüßte',
  participles: '',
  accordingTo: ['laut', 'nach angaben von', 'zufolge', 'nach den worten von'],
  that: 'dass daß',
  he: 'er',
  she: 'sie',
  they: '',
  it: 'es',
  between:
    'hat haben hatte auch ferner später zuvor dann weiter erneut am montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute',
  passive: 'wurde wurden wird werden worden',
  definite: 'der die das dem den des dieser diese dieses sein seine ihr ihre',
  determiners: 'der die das dem den des ein eine einer einem einen dieser diese dieses sein seine ihr ihre',
  prepositions:
    'von für an in im am aus mit bei zu zum zur auf nach vor über unter gegen durch um seit gegenüber vom',
  conjunctions: 'und aber oder denn während als wenn weil ob sowie',
  relatives: 'welcher welche',
  roles:
    'sprecher sprecherin minister ministerin präsident präsidentin chef chefin bürgermeister bürgermeisterin kanzler kanzlerin direktor direktorin leiter leiterin trainer trainerin vorsitzende vorsitzender experte expertin polizei beamte anwalt richter professor forscher forscherin autor autorin regisseur manager mann frau politiker politikerin außenminister verteidigungsminister innenminister ministerpräsident generalsekretär oberbürgermeister geschäftsführer kapitän',
  documents: 'erklärung mitteilung bericht brief meldung studie stellungnahme',
  titles:
    'herr frau dr prof professor präsident präsidentin minister ministerin kanzler kanzlerin bundeskanzler bundeskanzlerin außenminister außenministerin verteidigungsminister innenminister finanzminister ministerpräsident bürgermeister bürgermeisterin oberbürgermeister sprecher sprecherin regierungssprecher trainer chef general generalsekretär direktor vorsitzender vorsitzende cdu-chef spd-chef polizeisprecher',
  starters:
    'der die das ein eine er sie es wir ich ihr aber und oder doch denn auch dann nach vor bei mit in im am an auf für aus zu zum zur als wenn weil da dort hier so was wer wie wo warum nun noch nur schon seit während laut das dies diese dieser am montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute morgen',
  labels: 'sogenannte sogenannten sogenannter genannt namens titel motto',
};
