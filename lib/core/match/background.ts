/**
 * How common a word is in ordinary English prose. A library of three cards cannot tell a rare word
 * from a common one by itself; these rough shares stand in until it can.
 */
import { stemmer } from 'stemmer';

/** Words by the share of ordinary pages (some 300 words each) that use them, rounded to 1/2^n. */
const tiers: readonly (readonly [share: number, words: string])[] = [
  [
    1 / 4,
    `allow case change country create different example general good government great important
    individual know life live mean new number part people place point power problem question reason
    right state system think time way work world year`,
  ],
  [
    1 / 8,
    `able accord act action actual add amount area argue ask bad base begin believe best better big
    bring build business call care cause certain chance child clear close common community company
    consider continue control cost course current day deal decide decision develop difference due
    economy education effect end event exist experience fact family far feel find follow force form
    free full future give group grow hand happen hard help high history hold home hope hour human idea
    impact improve include increase individual inform information interest international issue job
    kind large late law lead learn leave level likely line little local long look lose lot low main
    major man matter member money month move name nation nature necessary offer old open opportunity
    order pay person plan play policy political population possible present president prevent process
    produce product provide public rate reach real reduce remain require research respect rest result
    risk run school second self sense serve service set show similar simple single situation small
    social society sort start stop story strong study success suggest support sure term tell today top
    true try turn type understand university usual value view wait war water week woman word write
    wrong young`,
  ],
  [
    1 / 16,
    `abuse accept access account achieve addition adopt affect age agree air allow alone alternative
    answer anti appear apply approach art article aspect associate assume attack attempt attention
    author available average avoid aware balance ban bank basic basis beautiful behavior belief benefit
    blood body book border born break budget buy campaign capable car career carry center central
    century challenge character charge check choice choose citizen city civil claim class clean
    collect college combine commit compare compete complete complex concern condition conduct conflict
    consequence constant consumer contain content contract contribute conversation corporate correct
    count couple court cover crime critic culture customer cut damage danger data date dead death debate
    decade deep defend define degree degree deliver demand democracy department depend describe design
    despite detail determine die difficult direct director discuss disease doctor door doubt draw dream
    drive drop drug early earn earth easy eat economic effort election element emotion employ encourage
    energy enforce engage enjoy ensure enter entire environment equal escape establish estimate ethics
    evidence evil exactly exchange expand expect expensive expert explain express extend extreme eye face
    facility fail fair faith fall famous father favor fear feature federal field fight figure fill film
    final finance fine fire fit focus food foreign freedom friend front fund fundamental gain game gender
    girl global goal god ground growth guarantee guess guy half happy harm head health hear heart heavy
    hit hot hotel house huge husband identify illegal image imagine immediate incentive income independent
    industry influence initial initiative instance institution intend internet introduce invest involve
    join judge justify key kid kill king knowledge lack land language law leader legal legislation letter
    liberal liberty library light limit list listen load lock longer love machine maintain male manage
    mark market marriage mass material measure media medical meet mental mention mere message method
    middle military mind minister minor minute miss model modern moment moral morning mother motion mouth
    music natural near negative network news night non norm normal north note notice object objective
    obvious occur offense office official operate opinion option origin outcome outside pain paper parent
    particular party pass past patient pattern peace perfect perform period permit phone physical pick
    picture piece poor popular position positive poverty practice prefer pressure pretty price principle
    prior private probable profit program project promote proper propose protect prove pull punish
    purpose push quality quick raise range read ready realize receive recent recognize record red refer
    reflect reform regard regular regulation relate relation relationship release religion rely remember
    remove replace report represent resource respond response responsible restrict return reveal rich
    role room rule safe sale save scale scene science score search season section sector security seek
    sell send separate series serious sex share shift short sick side sign significant sit site size
    skill sleep smart sound source south space speak special specific speech spend spirit sport spread
    stage stand standard statement stay step stick stock store straight strategy street stress stress
    strike structure struggle student style subject suffer sun supply suppose surface surprise survive
    target task tax teach team technology ten tend test text theory third thought thousand threat three
    throw total touch town track trade tradition train travel treat trial trip trouble trust truth twenty
    two four five six seven eight nine ultimate union unique unit universal user variety various victim
    video violence visit voice vote walk wall waste watch west white wide wife win window wish wonder
    worker worry worse worst worth`,
  ],
  [
    1 / 32,
    `abandon absence absolute accident accompany accurate acknowledge acquire actor adapt address adult
    advance advantage adventure advertise advice advocate affair afford agency agenda agreement aid aim
    alcohol alive amazing ambition analysis ancient anger animal announce annual apart apartment apparent
    appeal appoint appreciate appropriate approve arm arrange arrest arrive aside asset assist attach
    attend attitude attract audience august autumn award baby background bag ball bar barrier beach bear
    beat bed beer belong bend beneath beside beyond bill billion bind bird birth bit black blame block
    blue board boat bone boss bottle bottom bowl box boy brain branch brand bread breakfast breathe bridge
    brief bright broad brother brown burden burn bus button cake camera camp cancel capacity capital
    captain card carbon cash cast cat catch celebrate cell chair channel chapter cheap cheese chef
    chemical chicken chief chocolate christian christmas church circle circumstance cite climate climb
    clock cloth clothes cloud club coach coal coast code coffee cold colleague color column comfort command
    comment commercial commission committee compensate competition complain compromise computer conceive
    concentrate concept conclude concrete conference confidence confirm confuse congress connect consent
    conservative consist construct consume contact contest context contrast convention convince cook cool
    cooperate copy core corner corrupt council crash crazy cream credit crew crisis critical cross crowd
    crucial cry cup curious curve cycle daily dance dangerous dark daughter decline decrease defense
    define delay democrat demonstrate deny derive desire desk destroy determine device diet differ dig
    digital dinner direction dirty disappear discover discrimination dish dispute distance distinct
    distribute district diverse divide document dog dollar domestic double download dozen dress drink dry
    duty dynamic ease east edge edit efficient egg elect electric eliminate email emerge emergency emphasis
    empire empty enable encounter enemy engine engineer england enormous enterprise entertain equipment
    era error essential european evaluate evening eventual evolve examine excellent exception excess
    excite execute exercise exhibit expense experiment explore export expose external extra fabric factor
    factory familiar fan farm fashion fast fat fault favorite february female file finger finish firm fish
    flat flavor flight float flood floor flow flower fly folk foot football forest forget formal former
    fortune forward found frame frequent fresh friday fruit fuel fulfill fun function furniture garage
    garden garlic gas gather generate gentle gift glad glass gold golden grade gradual grand grant graph
    grass green grey guard guest guide guilty gun habit hair hall hang hat hate heat height hell hero hide
    hill hire holiday honest honor horse hospital host household hundred hungry hunt hurt ice ideal
    identity ignore ill illness illustrate immigrant implement imply import impose impossible impress
    inch incident independence indicate inevitable infrastructure ingredient initial injury innocent
    innovation input inside insist inspire install instruct instrument insurance integrate intellectual
    intelligence intense intent interact internal interpret intervene interview investigate investment
    invite iron island item january journal journey judgment juice july jump june justice keyboard kick
    kitchen knife label labor lady lake launch lawyer layer lean leg lemon lend length lesson lie lift link
    lip literature location logic lone loose lord loss loud lovely luck lunch magazine mail male mankind
    manner manufacture map march massive master match meal meaning meat mechanism medicine medium meeting
    melt memory menu mere metal mile milk million mine ministry minority mirror mission mistake mix mobile
    mode monday monitor mood moon motivate motor mount mountain movement movie multiple murder muscle
    museum naked narrow nearby neck neighbor net nice nobody noise normal nose novel november nuclear
    obligation observe obtain ocean october oil onion operation oppose opposite organic organize
    outline oven overall owe owner pack package page paint pair pan panel parliament participate partner
    passenger path payment pen pepper percent permanent perspective pet photo phrase pilot pink pipe plain
    plane planet plant plastic plate plenty plus pocket poem police politician pool port portion possess
    post pot potato potential pound pour practical praise predict pregnant prepare prescribe press
    pretend previous pride primary prime prince print prison prize procedure profession professor
    profile progress promise proof property proportion prospect proud province psychology publish
    purchase pure pursue puzzle quarter queen quiet quit quote race radio rail rain random rapid rare
    ratio raw reaction readily reality rear reasonable recall recipe recommend recover reference refuse
    region register reject relative relax relevant relief religious reluctant remark remind remote rent
    repair repeat reply reputation request rescue reserve resist resolve restaurant retain retire revenue
    reverse review revolution reward rice ride ring rise river road rock roll romantic roof root rough
    round route row royal rural rush sad safety salad salary salt sample sanction sand satisfy saturday
    sauce scene schedule scheme scholar scientist scope screen sea seat secret secretary seed select
    senate senior sensitive sentence september sequence session settle severe sexual shadow shake shape
    sharp sheet ship shirt shock shoe shoot shop shoulder shout shut sight signal silence silver sing
    sister skin sky slave slice slight slip slow smell smile smoke smooth snow soft software soil soldier
    solid solution solve son song soul soup species spectrum speed spell split spot spring square stable
    staff stair stake star station statistic status steal steel stem stir stone storage storm strange
    stranger stream strength stretch string strip sudden sugar suit summer sunday supper supreme surgery
    surround survey suspect sustain sweet swim switch symbol sympathy table tail talent talk tall tank
    tape taste tea tear technical technique teenager telephone television temperature temporary
    tennis tension territory terrible terror thank theater theme thick thin threaten throat thursday
    ticket tie tight tip tired tomato tomorrow tone tongue tool tooth tour tower toy traffic transfer
    transform translate transport tree tremendous trend tuesday typical ugly uncle undermine unfair
    uniform update urban urge vacation valley valuable van vary vast vegetable vehicle version vessel
    violent virtue virus vision visual vital volume vulnerable wage warm warn wash wave weak wealth weapon
    wear weather website wedding wednesday weekend weigh weight welcome welfare wet wheel whilst
    whisper wild wind wine wing winner winter wire wise witness wood worldwide wound wrap writer yard
    yellow yesterday youth zero zone`,
  ],
];

/** The share of a word that the list does not name. */
export const unlistedShare = 0.003;
/** Numbers of two digits and years stand on many pages and mean little by themselves. */
const numberShare = 1 / 32;

function readTiers(): ReadonlyMap<string, number> {
  const byStem = new Map<string, number>();
  tiers.forEach(([, words], at) => {
    for (const word of words.trim().split(/\s+/)) {
      const stem = stemmer(word);
      if (!byStem.has(stem)) byStem.set(stem, at);
    }
  });
  return byStem;
}

const tierOf = readTiers();
const tierShares = [...tiers.map(([share]) => share), numberShare, unlistedShare];

/** The tier of a term, a stem as words.ts gives it: a number that `shareOfTier` takes. */
export function backgroundTier(term: string): number {
  const listed = tierOf.get(term);
  if (listed !== undefined) return listed;
  return /^(\d{1,2}|(19|20)\d\d)$/.test(term) ? tiers.length : tiers.length + 1;
}

/** The rough share (0 to 1) of ordinary English pages that hold a term of this tier. */
export function shareOfTier(tier: number): number {
  return tierShares[tier] ?? unlistedShare;
}
