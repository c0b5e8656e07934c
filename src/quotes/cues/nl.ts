/** Dutch; see cue-table.ts for the kinds of words. O(1). */
import type { CueTable } from './cue-table.ts';

export const DUTCH: CueTable = {
  language: 'nl',
  common:
    'de het een en van in is dat op te zijn voor met die niet aan er om ook als maar bij nog naar hij ze door over uit heeft werd tot wordt',
  verbs:
    'zei zegt zeiden zeggen verklaarde verklaart stelde stelt meldde meldt vertelde vertelt voegde benadrukte benadrukt waarschuwde waarschuwt schreef schrijft antwoordde antwoordt vroeg vraagt bevestigde bevestigt aldus gezegd verteld verklaard vindt vond meent meende legde beweert beweerde erkent erkende herhaalde besloot concludeert riep lacht reageert reageerde',
  opinionVerbs: 'noemde noemt omschreef omschrijft bekritiseerde prees veroordeelde sprak spreekt',
  participles: '',
  accordingTo: ['volgens', 'aldus'],
  that: 'dat',
  he: 'hij',
  she: 'zij ze',
  they: '',
  it: 'het',
  between:
    'heeft hebben had ook later eerder toen verder opnieuw gisteren vandaag maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
  passive: 'werd werden wordt worden is',
  definite: 'de het deze dit die dat zijn haar hun',
  determiners: 'de het een deze dit die dat zijn haar hun',
  prepositions: 'van voor in op aan uit met bij naar over onder tegen door om sinds tot te',
  conjunctions: 'en maar of want terwijl toen als omdat',
  relatives: 'die wie',
  roles:
    'woordvoerder woordvoerster minister president voorzitter burgemeester directeur directrice leider chef trainer coach aanvoerder advocaat rechter expert onderzoeker hoogleraar auteur premier ambtenaar politie arts man vrouw bron bronnen',
  documents: 'verklaring rapport brief bericht persbericht onderzoek studie artikel',
  titles:
    'dhr mevr mevrouw meneer dr prof professor minister president premier burgemeester koning koningin generaal trainer voorzitter woordvoerder',
  starters:
    'de het een hij zij ze wij we ik maar en of als toen in op aan bij met voor van naar volgens na sinds over om dat dit die deze ook dan nu gisteren vandaag maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
  labels: 'zogenaamde zogeheten genaamd titel getiteld bijgenaamd woord term',
};
