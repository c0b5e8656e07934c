/** Spanish; see cue-table.ts for the kinds of words. O(1). */
import type { CueTable } from './cue-table.ts';

export const SPANISH: CueTable = {
  language: 'es',
  common:
    'el la los las de y en que un una por con para se del al es lo no su sus como más pero fue ha han son este esta sobre entre también',
  verbs:
    'dijo dice afirmó afirma declaró declara señaló señala explicó explica añadió añade aseguró asegura indicó indica agregó agrega sostuvo sostiene advirtió advierte anunció anuncia confirmó confirma contó cuenta escribió escribe preguntó pregunta respondió responde comentó comenta subrayó subraya destacó destaca manifestó manifiesta expresó expresa reconoció reconoce insistió insiste recordó recuerda admitió admite apuntó apunta relató relata precisó precisa dicho afirmado declarado asegurado explicado señalado reiteró lamentó lamenta concluyó concluye',
  opinionVerbs:
    'calificó califica describió llamó llama criticó critica denunció denuncia condenó elogió acusó acusa tildó habló',
  participles: 'añadiendo agregando diciendo señalando explicando',
  accordingTo: ['según', 'de acuerdo con', 'en palabras de'],
  that: 'que',
  he: 'él',
  she: 'ella',
  they: 'ellos ellas',
  it: '',
  between:
    'ha han había también luego después además ayer hoy ya el lunes martes miércoles jueves viernes sábado domingo',
  passive: 'fue fueron es son sido ser era',
  definite: 'el la los las este esta estos estas su sus',
  determiners: 'el la los las un una unos unas este esta su sus',
  prepositions: 'de del a al en por para con sobre desde hasta entre contra tras ante según durante sin',
  conjunctions: 'y e pero o cuando mientras si como',
  relatives: 'quien que cual',
  roles:
    'portavoz ministro ministra presidente presidenta alcalde alcaldesa director directora jefe jefa líder secretario secretaria entrenador entrenadora capitán abogado abogada fiscal juez experto experta investigador investigadora profesor profesora autor autora funcionario funcionarios senador diputado diputada médico hombre mujer fuente fuentes policía vocero vocera',
  documents: 'comunicado informe carta declaración texto estudio artículo',
  titles:
    'sr sra srta don doña dr dra presidente presidenta ministro ministra alcalde alcaldesa general papa rey reina señor señora profesor senador portavoz canciller',
  starters:
    'el la los las un una él ella ellos nosotros yo pero y o si cuando como para por en al a de del según después antes desde sobre con sin su sus este esta ayer hoy lunes martes miércoles jueves viernes sábado domingo no sí también además',
  labels: 'llamado llamada denominado denominada titulado titulada apodado apodada palabra término',
};
