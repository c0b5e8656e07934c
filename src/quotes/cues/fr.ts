/** French; see cue-table.ts for the kinds of words. O(1). */
import type { CueTable } from './cue-table.ts';

export const FRENCH: CueTable = {
  language: 'fr',
  common:
    'le la les de des du et un une en dans que qui est pour sur par au aux avec pas ne ce cette il elle sont plus été se son sa ses mais ont a',
  verbs:
    'déclaré dit affirme affirmé expliqué explique ajouté ajoute estimé estime indiqué indique souligné souligne précisé précise assuré assure annoncé annonce averti avertit confié confie raconté raconte répondu répond demandé demande écrit insisté insiste rappelé rappelle reconnu reconnaît regretté regrette prévenu lancé lance martelé martèle poursuivi poursuit conclu conclut commenté commente résumé résume soutenu soutient prétendu confirmé confirme déploré déplore jugé juge noté note observé plaidé tweeté déclare disait expliquait témoigne témoigné',
  opinionVerbs:
    'qualifié qualifie dénoncé dénonce salué salue condamné condamne critiqué critique évoqué évoque accusé accuse parlé',
  participles: 'ajoutant précisant soulignant affirmant estimant expliquant disant déclarant indiquant',
  accordingTo: ['selon', "d'après", 'd’après'],
  that: "que qu'",
  he: 'il -t-il t-il',
  she: 'elle -t-elle t-elle',
  they: 'ils elles',
  it: '',
  between:
    'a ont avait aussi également ensuite encore toutefois déjà lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd’hui s’est',
  passive: 'est été être sont était étaient',
  definite: 'le la les l’ ce cette ces son sa ses',
  determiners: 'le la les un une des ce cette ces son sa ses leur leurs',
  prepositions:
    'de du des d’ à au aux en dans pour par sur avec sous chez entre vers contre depuis après avant lors devant auprès',
  conjunctions: 'et mais ou donc car quand lorsque si comme',
  relatives: 'qui dont',
  roles:
    'porte-parole ministre président présidente maire directeur directrice chef dirigeant secrétaire entraîneur capitaine avocat avocate procureur juge expert experte chercheur chercheuse professeur auteur responsable responsables député députée sénateur sénatrice policier médecin patron patronne premier homme femme source sources',
  documents: 'communiqué rapport lettre déclaration texte étude article',
  titles:
    'm mm mme mlle dr me monsieur madame président présidente ministre premier général pr professeur maire sénateur député roi reine prince pape maître colonel',
  starters:
    'le la les un une des il elle ils elles nous je vous on ce cette ces mais et ou donc car si quand comme pour par dans en au aux à de du selon après avant depuis lors sur sous avec sans son sa ses leur leurs c’est hier aujourd’hui lundi mardi mercredi jeudi vendredi samedi dimanche',
  labels: 'dit-on surnommé surnommée intitulé intitulée baptisé baptisée mot expression soi-disant',
};
