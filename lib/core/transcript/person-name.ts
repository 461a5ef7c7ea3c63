/** Names of people in titles and descriptions, told from other words by their shape. */

/** Words that begin or fill titles with capitals and are nobody's name. */
const noName = new Set(
  "a about academy advice after agency agent agents ai all america american an analytics and announcing app apple april are art ask at audio august automation b2b back behind best better beyond big book books bonus brand branding bring build builders building business by can career careers case ceo challenge challenges change chapter china churn club code coffee company content conversation conversations creating creator crisis culture customer customers daily data day deal december deep demand democracy design designing digital discovery do doing don don't early economics economy education effect email end engineering enterprise episode essential ethics europe every everyone everything experience experiments facts failure february finance finding first fit five for founder founders four framework free friday from fundraising funnel future game generation getting global go good google great group growing growth guest guide hard has health hidden high hiring history home host house how human i ideas impact in inc innovation inside intelligence interview into introducing investing is it jobs journey july june keeping kill knowledge labs lead leaders leadership learn learning lessons letters life live llc local long lunch machine making management manager managers managing march market marketing markets master mastering masterclass may media meeting meetings mental metrics mindset minds mission model modern monday money more most my myth network never new news next no not notes november now october of on one online open operations or our out over part paid people performance planning platform platforms playbook podcast policy politics power practical practice pricing principles problem process product productivity products program project psychology public q&a question questions quick radio real reality recap remote report research retention revenue review revolution rise road role rules sales saturday scale scaling school science season second secret secrets security selling seo september series service session show silicon simple skills small social software solo some space special speed startup startups state step steps stop stories story strategic strategies strategy street studio study success summary summit sunday system systems talk talks team teams tech technology ten test testing that the theory these things think thinking this three thursday time tips to today tools top town trailer transformation trends trust truth tuesday two under understanding united university unlocking up update us user users using valley value ventures vs war way we web wednesday week weekly welcome what when where which who why will winning with women work working world write writing year years you young your zero".split(
    ' ',
  ),
);
/** Names that are words of titles as well, when they come first and a family name follows. */
const alsoNames = new Set([
  'will',
  'may',
  'april',
  'june',
  'art',
  'grant',
  'don',
  'rich',
  'young',
  'long',
]);

const title =
  /^(?:dr|prof|professor|mr|mrs|ms|sir|dame|rev|sen|rep|gov|gen|lt|col|capt|hon|lord|lady)\.?$/i;
const suffix = /^(?:jr|sr|ii|iii|iv|phd|md|mba|esq)\.?$/i;
const particle =
  /^(?:al|bin|da|das|de|del|della|den|der|di|dos|du|el|la|le|st\.?|ten|ter|van|von|y|zu)$/i;
const initials = /^(?:\p{Lu}\.?){1,3}$/u;
const part = /^\p{Lu}[\p{L}\p{M}]*(?:['\u2019-]\p{L}[\p{L}\p{M}]*)*$/u;

const mostParts = 5;

/** The name in its plain form, without honorifics, degrees and what stands in brackets; '' for none. */
export function personName(text: string): string {
  const words = text
    .replace(/\s*[([][^()[\]]*[)\]]/g, ' ')
    .replace(/^@|["\u201c\u201d]/g, '')
    .split(/[\s\u00a0]+|,\s*(?=(?:jr|sr|ii|iii|iv|phd|md|mba|esq)\b)/i)
    .map((word) => word.replace(/,$/, ''))
    .filter((word) => word !== '');
  while (words[0] !== undefined && title.test(words[0])) words.shift();
  while (suffix.test(words.at(-1) ?? '')) words.pop();
  return isName(words) ? words.join(' ') : '';
}

function isName(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > mostParts) return false;
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (!part.test(last) || noName.has(last.toLowerCase()) || particle.test(first)) return false;
  return words.every((word, at) => {
    if (at > 0 && at < words.length - 1 && particle.test(word)) return true;
    if (initials.test(word) && at < words.length - 1) return true;
    if (!part.test(word)) return false;
    return !noName.has(word.toLowerCase()) || (at === 0 && alsoNames.has(word.toLowerCase()));
  });
}

/** The people of a list such as `Ada King, Ivo Tarn and Dr. Sanne Wirth`; empty where one is no name. */
export function peopleList(text: string): string[] {
  const names = text
    .split(
      /\s*(?:,(?!\s*(?:jr|sr|ii|iii|iv|phd|md|mba|esq)\b)|;|\s&\s|\sand\s|\s\+\s)\s*(?:and\s)?/i,
    )
    .filter((each) => each.trim() !== '')
    .map((each) => personName(each));
  return names.length > 0 && names.every((name) => name !== '') ? names : [];
}

/** The name that a text begins with: as many of its words as make one. '' for none. */
export function nameAtStart(text: string): string {
  const words = (text.trimStart().slice(0, 120).split('\n')[0] ?? '').split(/\s+/);
  let name = '';
  for (let count = 2; count <= Math.min(mostParts + 1, words.length); count += 1) {
    const taken = words.slice(0, count);
    const longer = personName(taken.join(' ').replace(/(?:['\u2019]s)?[,;:.!?)\u2014-]*$/, ''));
    if (longer !== '') name = longer;
    // A comma or a full stop ends a name, but not behind an initial or a title.
    const end = taken.at(-1) ?? '';
    if (
      /[,;:!?)\u2014]$/.test(end) ||
      (end.endsWith('.') && !initials.test(end) && !title.test(end))
    )
      break;
  }
  return name;
}
