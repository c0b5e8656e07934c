/**
 * English words that tell of an event, by its kind: `n` nouns as they stand (plural with -s is added), `v` verbs in
 * their base form with irregular forms after `=`; -s, -ed and -ing forms are made. `?` marks a noun that is as often
 * a verb or another thing and needs an article, a number or a name before it.
 */
import type { EventType } from './event-type.ts';

export interface EnglishTriggers {
  readonly n: string;
  readonly v: string;
}

export const ENGLISH_TRIGGERS: Readonly<Record<EventType, EnglishTriggers>> = {
  accident: {
    n: 'accident crash collision derailment wreck shipwreck pile-up pileup plane-crash capsizing stampede',
    v: 'crash collide derail capsize overturn',
  },
  agreement: {
    n: 'agreement accord treaty deal? pact memorandum settlement compromise? signing',
    v: 'sign agree ratify',
  },
  appointment: {
    n: 'appointment nomination inauguration swearing-in selection',
    v: 'appoint name nominate hire inaugurate select swear=swore,sworn succeed',
  },
  arrest: { n: 'arrest detention capture? apprehension seizure', v: 'arrest detain apprehend capture nab' },
  attack: {
    n: 'attack assault raid ambush bombing shooting airstrike shelling stabbing shootout gunfire hijacking cyberattack bombardment invasion incursion offensive',
    v: 'attack assault raid ambush bomb shoot=shot shell stab hijack hack invade bombard',
  },
  award: {
    n: 'award prize medal trophy Oscar Emmy Grammy ceremony',
    v: 'award honour honor bestow',
  },
  battle: { n: 'battle fighting clash skirmish war siege', v: 'fight=fought clash besiege' },
  birth: { n: 'birth childbirth', v: 'bear=born' },
  ceasefire: { n: 'ceasefire cease-fire truce armistice', v: '' },
  charge: {
    n: 'indictment arraignment charge? lawsuit accusation',
    v: 'indict charge arraign prosecute sue accuse',
  },
  closure: { n: 'closure shutdown closing lockdown', v: 'close' },
  concert: { n: 'concert gig performance recital premiere', v: 'perform premiere' },
  death: {
    n: 'death passing demise drowning funeral burial',
    v: 'die=dying,dead drown perish succumb pass-away=passed-away,passes-away,passing-away',
  },
  drought: { n: 'drought heatwave heat-wave', v: '' },
  earthquake: { n: 'earthquake quake tremor aftershock temblor', v: 'quake' },
  election: {
    n: 'election poll? by-election byelection runoff run-off primary? re-election reelection landslide-victory ballot',
    v: 'elect re-elect reelect',
  },
  eruption: { n: 'eruption', v: 'erupt' },
  escape: { n: 'escape? jailbreak breakout prison-break', v: 'escape flee=fled abscond' },
  explosion: { n: 'explosion blast detonation', v: 'explode detonate' },
  festival: { n: 'festival carnival parade fair? procession fete', v: '' },
  fire: { n: 'fire? blaze wildfire inferno arson bushfire', v: 'burn=burnt ignite' },
  flood: { n: 'flood flooding inundation deluge', v: 'flood inundate' },
  investigation: { n: 'investigation inquiry enquiry probe?', v: 'investigate probe' },
  killing: {
    n: 'killing murder homicide manslaughter assassination massacre slaying execution suicide',
    v: 'kill murder assassinate slay=slew,slain execute behead',
  },
  landslide: { n: 'landslide mudslide avalanche rockfall landslip', v: '' },
  launch: {
    n: 'launch? rollout unveiling lift-off liftoff',
    v: 'launch unveil introduce debut',
  },
  match: {
    n: 'match? game? semi-final semifinal quarter-final quarterfinal final? derby bout fixture playoff play-off friendly',
    v: 'play draw=drew',
  },
  meeting: {
    n: 'meeting summit talks conference negotiation consultation rally? gathering assembly',
    v: 'meet=met negotiate convene gather',
  },
  merger: {
    n: 'merger acquisition takeover buyout purchase? bid?',
    v: 'merge acquire buy=bought purchase',
  },
  opening: { n: 'opening reopening inauguration-ceremony groundbreaking', v: 'open reopen' },
  outage: {
    n: 'outage blackout disruption downtime power-cut breakdown',
    v: 'disrupt',
  },
  outbreak: { n: 'outbreak epidemic pandemic', v: 'infect' },
  protest: {
    n: 'protest demonstration riot march? uprising unrest sit-in vigil rioting revolt',
    v: 'protest demonstrate riot march',
  },
  referendum: { n: 'referendum plebiscite', v: '' },
  rescue: { n: 'rescue? evacuation', v: 'rescue evacuate' },
  resignation: {
    n: 'resignation departure dismissal ouster firing sacking retirement',
    v: 'resign oust dismiss sack retire quit step-down fire leave=left',
  },
  sentence: { n: 'sentence? sentencing imprisonment', v: 'sentence imprison jail' },
  storm: {
    n: 'storm hurricane typhoon cyclone tornado blizzard thunderstorm snowstorm gale hailstorm',
    v: '',
  },
  strike: { n: 'strike? walkout walk-out stoppage lockout', v: '' },
  theft: { n: 'theft robbery heist burglary looting', v: 'steal=stole,stolen rob burgle loot' },
  tournament: { n: 'tournament championship cup? olympics league? marathon race? grand-prix regatta', v: '' },
  trial: { n: 'trial? hearing? lawsuit-trial court-case testimony retrial', v: 'testify' },
  verdict: {
    n: 'verdict conviction acquittal ruling judgment judgement guilty-plea plea',
    v: 'convict acquit rule plead=pled',
  },
  visit: { n: 'visit? trip? tour? pilgrimage', v: 'visit travel arrive' },
  vote: { n: 'vote? voting passage?', v: 'vote approve adopt' },
  wedding: { n: 'wedding marriage engagement', v: 'marry=married,marries wed' },
  damage: {
    n: 'damage destruction collapse devastation',
    v: 'damage destroy collapse devastate wreck ruin topple cut sever',
  },
  hospital: {
    n: 'hospitalisation hospitalization rehab treatment surgery',
    v: 'hospitalise hospitalize undergo=underwent,undergone',
  },
  injury: { n: 'injury wound? casualty', v: 'injure wound hurt' },
  release: { n: 'release?', v: 'release free publish' },
  sale: { n: 'sale auction', v: 'sell=sold auction' },
  search: { n: 'search? manhunt hunt?', v: 'search hunt seek=sought' },
  statement: {
    n: 'statement announcement report? comment? remark interview speech confirmation',
    v: 'say=said,says tell=told announce report confirm state reveal claim add declare speak=spoke,spoken note describe call',
  },
  transfer: { n: 'transfer signing-on trade?', v: 'transfer trade' },
  win: {
    n: 'win victory triumph title defeat loss?',
    v: 'win=won,winning beat=beaten,beating defeat triumph lose=lost',
  },
};
