/** English words that say nothing about a topic, folded and without contractions' endings. */
const list = `\
a about above across after again against ago all almost along already also although always am among an and \
another any anybody anyone anything anyway are aren around as at away b back be became because become \
becomes been before behind being below between both but by c ca came can cannot come comes coming could \
d did didn do does doesn doing don done down during e each either else enough especially etc even ever \
every everybody everyone everything f few finally first for from further g get gets getting give given gives \
giving go goes going gone got h had has hasn have haven having he hence her here hers herself him \
himself his how however i if in indeed instead into is isn it its itself j just k keep keeps l last \
least less let lets like ll m made mainly make makes making many may maybe me might mine mm more moreover \
most mostly much must my myself n nearly need needs neither never nevertheless next no nobody none nor not \
nothing now o of off often oh ok okay on once one ones only onto or other others otherwise our ours ourselves \
out over own p per perhaps please put puts q quite r rather re really s said same say saying says see seem \
seemed seems seen several sha shall she should since so some somebody somehow someone something sometimes \
somewhere soon still such t take taken takes taking than that the their theirs them themselves then there \
therefore these they thing things this those though through throughout thus to together too took toward \
towards u under unless until up upon us use used uses using usually v ve very via w want wants was we well \
went were what whatever when whenever where whereas wherever whether which whichever while who whoever whole \
whom whose why will with within without wo would x y yes yet you your yours yourself yourselves z`;

/** The stop words, lower case. */
export const stopWords: ReadonlySet<string> = new Set(list.split(' '));
