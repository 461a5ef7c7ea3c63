/** Claims of public cards as somebody else would put them, written by hand; the ids are the cards'. */
export const paraphrases: readonly { readonly of: string; readonly claim: string }[] = [
  {
    of: 'ins_95-5-rule-content-resonance',
    claim:
      'Nineteen of twenty possible buyers are not shopping right now, so B2B content should teach and build trust with them; when they come to the market they have already chosen you.',
  },
  {
    of: 'ins_ask-revenue-impact-how-much',
    claim:
      'Weak messaging is repaired by reordering it: first the value, then the benefit, then the feature. Adding words does not help.',
  },
  {
    of: 'ins_capability-overhang-product-problem',
    claim:
      'Onboarding flows are stale as soon as they are tested, because new models come faster than a product can take them in. Build things that update themselves when the model changes.',
  },
  {
    of: 'ins_content-strategy-vs-content-marketing',
    claim:
      'A content strategist governs how content is made, distributed and measured across the enterprise; a content marketer runs campaigns. Organizations wrongly treat the two disciplines as one.',
  },
  {
    of: 'ins_dixon-loyalty-from-effort-reduction',
    claim:
      'Delighting customers does not make them loyal. Making it less effort to get an issue resolved does.',
  },
  {
    of: 'ins_error-analysis-highest-leverage-eval-step',
    claim:
      'Before building judges and dashboards for your LLM, read a sample of real failures and code by hand what went wrong in each.',
  },
  {
    of: 'ins_getting-vs-staying-wealthy',
    claim:
      'Becoming wealthy takes optimism and risk; staying wealthy takes frugality and paranoia. The two skills contradict each other.',
  },
  {
    of: 'ins_here-five-things-never-get',
    claim:
      'CEO, CRO, CMO and product marketing each want another market: all of it, any deal, every segment, or one lane.',
  },
  {
    of: 'ins_indig-citation-vs-mention-depth-breadth',
    claim:
      'AI search cites a page for good content on many topics, but recommends a brand by name only when it owns one category deeply.',
  },
  {
    of: 'ins_karpathy-long-horizon-eval-paradigm',
    claim:
      'Frontier models can no longer be judged with one quick picture prompt: give them a complex engineering brief, a big token budget and hours of autonomous work.',
  },
  {
    of: 'ins_liu-ability-free-taste-scarce',
    claim:
      'Once everyone can execute with AI, taste is what is scarce, and the friction in which taste was learned is gone too.',
  },
  {
    of: 'ins_mathias-warg-linkedin-outreach-for-appsumo-launch',
    claim:
      'Outreach on LinkedIn during our AppSumo launch brought 619 customers and 80,000 dollars at a reply rate of 41 percent.',
  },
  {
    of: 'ins_mollick-patron-not-wizard',
    claim:
      'With a model that finishes whole workflows alone, people stop steering with prompts: they state a goal, pay, and judge the result.',
  },
  {
    of: 'ins_one-dollar-on-the-developer',
    claim:
      'Spend every marketing dollar on the single developer rather than on buyers or managers; one persona test keeps product-led growth sharp.',
  },
  {
    of: 'ins_poyar-voje-context-engineering-gap',
    claim:
      'What separates advanced GTM users of Claude from those who run single prompts is company context built into the workflow.',
  },
  {
    of: 'ins_ramanujam-minivation',
    claim:
      'A product that is loved, sells out and is priced far below what buyers would have paid is a failure too: revenue was left uncaptured.',
  },
  {
    of: 'ins_specific-knowledge-cannot-be-mass-trained',
    claim:
      'If a school can train people for what you do, wages will fall to the cost of training. Careers are defended by a mix of curiosities nobody teaches.',
  },
  {
    of: 'ins_tunguz-harness-benchmark-delta',
    claim:
      'The harness around a coding model moves its benchmark by 25 points or more, while the model stays the same.',
  },
  {
    of: 'ins_video-first-double-serp',
    claim:
      'For each keyword make a video and a blog post that embeds it and link them both ways: two of the ten organic results are then yours.',
  },
  {
    of: 'ins_willison-publish-unhappy',
    claim:
      'Publish while you are still unhappy with a draft; readers do not see the flaws that you see.',
  },
  {
    of: 'ins_zukowski-steam-slop-temporal-filter',
    claim:
      'Low-quality AI games annoy insiders at the start of a Steam festival, but its algorithms hide them before mainstream players arrive.',
  },
];
