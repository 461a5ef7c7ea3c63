/**
 * How common a word is in ordinary English prose. A library of three cards cannot tell a rare word
 * from a common one by itself; these rough shares stand in until it can.
 */
/** Stems by the share of ordinary pages (some 300 words each) that use their words, rounded to 1/2^n. */
const tiers: readonly (readonly [share: number, stems: string])[] = [
  [
    1 / 4,
    `\
allow case chang countri creat differ exampl gener good govern great import individu know life \
live mean new number part peopl place point power problem question reason right state system \
think time wai work world year`,
  ],
  [
    1 / 8,
    `\
abl accord act action actual add amount area argu ask bad base begin believ best better big \
bring build busi call care caus certain chanc child clear close common commun compani consid \
continu control cost cours current dai deal decid decis develop due economi educ effect end \
event exist experi fact famili far feel find follow forc form free full futur give group grow \
hand happen hard help high histori hold home hope hour human idea impact improv includ increas \
inform interest intern issu job kind larg late law lead learn leav level like line littl local \
long look lose lot low main major man matter member monei month move name nation natur \
necessari offer old open opportun order pai person plai plan polici polit popul possibl \
present presid prevent process produc product provid public rate reach real reduc remain \
requir research respect rest result risk run school second self sens serv servic set show \
similar simpl singl situat small social societi sort start stop stori strong studi success \
suggest support sure tell term todai top true try turn type understand univers usual valu view \
wait war water week woman word write wrong young`,
  ],
  [
    1 / 16,
    `\
abus accept access account achiev addit adopt affect ag agre air alon altern answer anti \
appear appli approach art articl aspect associ assum attack attempt attent author avail averag \
avoid awar balanc ban bank basi basic beauti behavior belief benefit blood bodi book border \
born break budget bui campaign capabl car career carri center central centuri challeng charact \
charg check choic choos citi citizen civil claim class clean collect colleg combin commit \
compar compet complet complex concern condit conduct conflict consequ constant consum contain \
content contract contribut convers corpor correct count coupl court cover crime critic cultur \
custom cut damag danger data date dead death debat decad deep defend defin degre deliv demand \
democraci depart depend describ design despit detail determin die difficult direct director \
discuss diseas doctor door doubt draw dream drive drop drug earli earn earth easi eat econom \
effort eight elect element emot emploi encourag energi enforc engag enjoi ensur enter entir \
environ equal escap establish estim ethic evid evil exactli exchang expand expect expens \
expert explain express extend extrem ey face facil fail fair faith fall famou father favor \
fear featur feder field fight figur fill film final financ fine fire fit five focu food \
foreign four freedom friend front fund fundament gain game gender girl global goal god ground \
growth guarante guess gui half happi harm head health hear heart heavi hit hot hotel hous huge \
husband identifi illeg imag imagin immedi incent incom independ industri influenc initi \
instanc institut intend internet introduc invest involv join judg justifi kei kid kill king \
knowledg lack land languag leader legal legisl letter liber liberti librari light limit list \
listen load lock longer love machin maintain male manag mark market marriag mass materi measur \
media medic meet mental mention mere messag method middl militari mind minist minor minut miss \
model modern moment moral morn mother motion mouth music near neg network night nine non norm \
normal north note notic object obviou occur offens offic offici oper opinion option origin \
outcom outsid pain paper parent parti particular pass past patient pattern peac perfect \
perform period permit phone physic pick pictur piec poor popular posit poverti practic prefer \
pressur pretti price principl prior privat probabl profit program project promot proper propos \
protect prove pull punish purpos push qualiti quick rais rang read readi realiz receiv recent \
recogn record red refer reflect reform regard regul regular relat relationship releas reli \
religion rememb remov replac report repres resourc respond respons restrict return reveal rich \
role room rule safe sale save scale scene scienc score search season section sector secur seek \
sell send separ seri seriou seven sex share shift short sick side sign signific sit site six \
size skill sleep smart sound sourc south space speak special specif speech spend spirit sport \
spread stage stai stand standard statement step stick stock store straight strategi street \
stress strike structur struggl student style subject suffer sun suppli suppos surfac surpris \
surviv target task tax teach team technolog ten tend test text theori third thought thousand \
threat three throw total touch town track trade tradit train travel treat trial trip troubl \
trust truth twenti two ultim union uniqu unit user varieti variou victim video violenc visit \
voic vote walk wall wast watch west white wide wife win window wish wonder worker worri wors \
worst worth`,
  ],
  [
    1 / 32,
    `\
abandon absenc absolut accid accompani accur acknowledg acquir actor adapt address adult \
advanc advantag adventur advertis advic advoc affair afford agenc agenda agreement aid aim \
alcohol aliv amaz ambit analysi ancient anger anim announc annual apart appar appeal appoint \
appreci appropri approv arm arrang arrest arriv asid asset assist attach attend attitud \
attract audienc august autumn award babi background bag ball bar barrier beach bear beat bed \
beer belong bend beneath besid beyond bill billion bind bird birth bit black blame block blue \
board boat boi bone boss bottl bottom bowl box brain branch brand bread breakfast breath bridg \
brief bright broad brother brown bu burden burn button cake camera camp cancel capac capit \
captain carbon card cash cast cat catch celebr cell chair channel chapter cheap chees chef \
chemic chicken chief chocol christian christma church circl circumst cite climat climb clock \
cloth cloud club coach coal coast code coffe cold colleagu color column comfort command \
comment commerci commiss committe compens competit complain compromis comput conceiv concentr \
concept conclud concret confer confid confirm confus congress connect consent conserv consist \
construct contact contest context contrast convent convinc cook cool cooper copi core corner \
corrupt council crash crazi cream credit crew crisi cross crowd crucial cry cup curiou curv \
cycl daili danc dark daughter declin decreas defens delai democrat demonstr deni deriv desir \
desk destroi devic diet dig digit dinner dirti disappear discov discrimin dish disput distanc \
distinct distribut district divers divid document dog dollar domest doubl download dozen dress \
drink dry duti dynam eas east edg edit effici egg electr elimin email emerg emphasi empir \
empti enabl encount enemi engin england enorm enterpris entertain equip era error essenti \
european evalu even eventu evolv examin excel except excess excit execut exercis exhibit \
explor export expos extern extra fabric factor factori familiar fan farm fashion fast fat \
fault favorit februari femal file finger finish firm fish flat flavor flight float flood floor \
flow flower fly folk foot footbal forest forget formal former fortun forward found frame \
frequent fresh fridai fruit fuel fulfil fun function furnitur ga garag garden garlic gather \
gentl gift glad glass gold golden grade gradual grand grant graph grass green grei guard guest \
guid guilti gun habit hair hall hang hat hate heat height hell hero hide hill hire holidai \
honest honor hors hospit host household hundr hungri hunt hurt ic ideal ident ignor ill \
illustr immigr implement impli impos imposs impress inch incid indic inevit infrastructur \
ingredi injuri innoc innov input insid insist inspir instal instruct instrument insur integr \
intellectu intellig intens intent interact interpret interven interview investig invit iron \
island item januari journal journei judgment juic juli jump june justic keyboard kick kitchen \
knife label labor ladi lake launch lawyer layer lean leg lemon lend length lesson lie lift \
link lip literatur locat logic lone loos lord loss loud luck lunch magazin mail mankind manner \
manufactur map march massiv master match meal meat mechan medicin medium melt memori menu \
metal mile milk million mine ministri mirror mission mistak mix mobil mode mondai monitor mood \
moon motiv motor mount mountain movement movi multipl murder muscl museum nake narrow nearbi \
neck neighbor net nice nobodi nois nose novel novemb nuclear oblig observ obtain ocean octob \
oil onion oppos opposit organ outlin oven overal ow owner pack packag page paint pair pan \
panel parliament particip partner passeng path payment pen pepper percent perman perspect pet \
photo phrase pilot pink pipe plain plane planet plant plastic plate plenti plu pocket poem \
polic politician pool port portion possess post pot potato potenti pound pour prais predict \
pregnant prepar prescrib press pretend previou pride primari prime princ print prison prize \
procedur profess professor profil progress promis proof properti proport prospect proud \
provinc psycholog publish purchas pure pursu puzzl quarter queen quiet quit quot race radio \
rail rain random rapid rare ratio raw reaction readili realiti rear recal recip recommend \
recov refus region regist reject rel relax relev relief religi reluct remark remind remot rent \
repair repeat repli reput request rescu reserv resist resolv restaur retain retir revenu \
revers review revolut reward rice ride ring rise river road rock roll romant roof root rough \
round rout row royal rural rush sad safeti salad salari salt sampl sanction sand satisfi \
saturdai sauc schedul scheme scholar scientist scope screen sea seat secret secretari seed \
select senat senior sensit sentenc septemb sequenc session settl sever sexual shadow shake \
shape sharp sheet ship shirt shock shoe shoot shop shoulder shout shut sight signal silenc \
silver sing sister skin sky slave slice slight slip slow smell smile smoke smooth snow soft \
softwar soil soldier solid solut solv son song soul soup speci spectrum speed spell split spot \
spring squar stabl staff stair stake star station statist statu steal steel stem stir stone \
storag storm strang stranger stream strength stretch string strip sudden sugar suit summer \
sundai supper suprem surgeri surround survei suspect sustain sweet swim switch symbol sympathi \
tabl tail talent talk tall tank tape tast tea tear technic techniqu teenag telephon televis \
temperatur temporari tenni tension terribl territori terror thank theater theme thick thin \
threaten throat thursdai ticket tie tight tip tire toi tomato tomorrow tone tongu tool tooth \
tour tower traffic transfer transform translat transport tree tremend trend tuesdai typic ugli \
uncl undermin unfair uniform updat urban urg vacat vallei valuabl van vari vast veget vehicl \
version vessel violent virtu viru vision visual vital volum vulner wage warm warn wash wave \
weak wealth weapon wear weather websit wed wednesdai weekend weigh weight welcom welfar wet \
wheel whilst whisper wild wind wine wing winner winter wire wise wit wood worldwid wound wrap \
writer yard yellow yesterdai youth zero zone`,
  ],
];

/** The share of a word that the list does not name. */
export const unlistedShare = 0.003;
/** Numbers of two digits and years stand on many pages and mean little by themselves. */
const numberShare = 1 / 32;

function readTiers(): ReadonlyMap<string, number> {
  const byStem = new Map<string, number>();
  tiers.forEach(([, stems], at) => {
    for (const stem of stems.split(' ')) byStem.set(stem, at);
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
