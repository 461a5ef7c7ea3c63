/**
 * The names of characters in HTML that captions use: all of HTML 4, and of HTML 5 the Latin letters and the
 * punctuation (https://html.spec.whatwg.org/multipage/named-characters.html). The two thousand others
 * stand for signs of mathematics and would weigh more than every reader together; but those that begin with a name
 * that needs no semicolon are here, for they would be read as that name.
 */

/** By code from 160 on; these are known without a semicolon too. */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** Known without a semicolon too. */
const plain: Readonly<Record<string, number>> = {
  amp: 38,
  AMP: 38,
  lt: 60,
  LT: 60,
  gt: 62,
  GT: 62,
  quot: 34,
  QUOT: 34,
  COPY: 169,
  REG: 174,
};

/** Known with a semicolon only: each name before its code, written to the base 36. */
const closed =
  'fnof b6 circ jq tilde kc Alpha pd Beta pe Gamma pf Delta pg Epsilon ph Zeta pi Eta pj Theta pk Iota pl Kappa pm Lambda pn Mu po Nu pp Xi pq Omicron pr Pi ps Rho pt Sigma pv Tau pw Upsilon px Phi py Chi pz Psi q0 Omega q1 alpha q9 beta qa gamma qb delta qc epsilon qd zeta qe eta qf theta qg iota qh kappa qi lambda qj mu qk nu ql xi qm omicron qn pi qo rho qp sigmaf qq sigma qr tau qs upsilon qt phi qu chi qv psi qw omega qx thetasym r5 upsih r6 piv ra bull 6ci hellip 6cm prime 6cy Prime 6cz oline 6da frasl 6dg weierp 6jc image 6j5 real 6jg trade 6jm alefsym 6k5 larr 6mo uarr 6mp rarr 6mq darr 6mr harr 6ms crarr 6np lArr 6og uArr 6oh rArr 6oi dArr 6oj hArr 6ok forall 6ps part 6pu exist 6pv empty 6px nabla 6pz isin 6q0 notin 6q1 ni 6q3 prod 6q7 sum 6q9 minus 6qa lowast 6qf radic 6qi prop 6ql infin 6qm ang 6qo and 6qv or 6qw cap 6qx cup 6qy int 6qz there4 6r8 sim 6rg cong 6rp asymp 6rs ne 6sg equiv 6sh le 6sk ge 6sl sub 6te sup 6tf nsub 6tg sube 6ti supe 6tj oplus 6tx otimes 6tz perp 6ud sdot 6v9 lceil 6x4 rceil 6x5 lfloor 6x6 rfloor 6x7 lang 7vs rang 7vt loz 7gq spades 7kw clubs 7kz hearts 7l1 diams 7l2 ensp 6bm emsp 6bn thinsp 6bt zwnj 6bw zwj 6bx lrm 6by rlm 6bz ndash 6c3 mdash 6c4 lsquo 6c8 rsquo 6c9 sbquo 6ca ldquo 6cc rdquo 6cd bdquo 6ce dagger 6cg Dagger 6ch permil 6cw lsaquo 6d5 rsaquo 6d6 euro 6gc apos 13 colon 1m comma 18 period 1a excl x num z dollar 10 percnt 11 lpar 14 rpar 15 ast 16 plus 17 sol 1b semi 1n equals 1p quest 1r commat 1s lsqb 2j lbrack 2j bsol 2k rsqb 2l rbrack 2l Hat 2m lowbar 2n grave 2o lcub 3f lbrace 3f verbar 3g vert 3g rcub 3h rbrace 3h NewLine a Tab 9 hyphen 6c0 dash 6c0 horbar 6c5 check 7pv star 7ie phone 7im sung 7l6 flat 7l9 natural 7la sharp 7lb numsp 6br puncsp 6bs hairsp 6bu copysr 6jb Abreve 76 Amacr 74 Aogon 78 Cacute 7a Ccaron 7g Ccirc 7c Cdot 7e Dcaron 7i Dstrok 7k ENG 96 Ecaron 7u Edot 7q Emacr 7m Eogon 7s Gbreve 7y Gcedil 82 Gcirc 7w Gdot 80 Hcirc 84 Hstrok 86 IJlig 8i Idot 8g Imacr 8a Iogon 8e Itilde 88 Jcirc 8k Kcedil 8m Lacute 8p Lcaron 8t Lcedil 8r Lmidot 8v Lstrok 8x Nacute 8z Ncaron 93 Ncedil 91 OElig 9e Odblac 9c Omacr 98 Racute 9g Rcaron 9k Rcedil 9i Sacute 9m Scaron 9s Scedil 9q Scirc 9o Tcaron 9w Tcedil 9u Tstrok 9y Ubreve a4 Udblac a8 Umacr a2 Uogon aa Uring a6 Utilde a0 Wcirc ac Ycirc ae Yuml ag Zacute ah Zcaron al Zdot aj abreve 77 amacr 75 aogon 79 cacute 7b ccaron 7h ccirc 7d cdot 7f dcaron 7j dstrok 7l ecaron 7v edot 7r emacr 7n eng 97 eogon 7t gbreve 7z gcirc 7x gdot 81 hcirc 85 hstrok 87 ijlig 8j imacr 8b imath 8h inodot 8h iogon 8f itilde 89 jcirc 8l kcedil 8n kgreen 8o lacute 8q lcaron 8u lcedil 8s lmidot 8w lstrok 8y nacute 90 napos 95 ncaron 94 ncedil 92 odblac 9d oelig 9f omacr 99 racute 9h rcaron 9l rcedil 9j sacute 9n scaron 9t scedil 9r scirc 9p tcaron 9x tcedil 9v tstrok 9z ubreve a5 udblac a9 umacr a3 uogon ab uring a7 utilde a1 wcirc ad ycirc af zacute ai zcaron am zdot ak centerdot 53 divideontimes 6vb gtcc 8fb gtcir 8e2 gtdot 6vr gtlPar 87p gtquest 8e4 gtrapprox 8ee gtrarr 86w gtrdot 6vr gtreqless 6vv gtreqqless 8ek gtrless 6t3 gtrsim 6sz ltcc 8fa ltcir 8e1 ltdot 6vq lthree 6vf ltimes 6vd ltlarr 86u ltquest 8e3 ltri 7gj ltrie 6us ltrif 7gi ltrPar 87q notinva 6q1 notinvb 6wn notinvc 6wm notni 6q4 notniva 6q4 notnivb 6wu notnivc 6wt parallel 6qt timesb 6u8 timesbar 8c1 timesd 8c0';

const openCodes: ReadonlyMap<string, number> = new Map([
  ...latin.split(' ').map((name, at) => [name, 160 + at] as const),
  ...Object.entries(plain),
]);

const closedCodes: ReadonlyMap<string, number> = new Map(
  closed.match(/\S+ \S+/g)?.map((pair) => {
    const [name = '', code = ''] = pair.split(' ');
    return [name, Number.parseInt(code, 36)] as const;
  }),
);

/** No name is longer. */
export const longestName = 13;

/** The code point a name with its semicolon stands for. */
export function closedName(name: string): number | undefined {
  return openCodes.get(name) ?? closedCodes.get(name);
}

/** The code point a name stands for that needs no semicolon. */
export function openName(name: string): number | undefined {
  return openCodes.get(name);
}
