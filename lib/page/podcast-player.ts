/** Players of podcasts that sites embed, by the addresses of their frames. */
export const podcastPlayer =
  /transistor\.fm|simplecast\.com|buzzsprout\.com|acast\.com|libsyn\.com|podbean\.com|anchor\.fm|megaphone\.fm|spreaker\.com|art19\.com|omny\.fm|captivate\.fm|fireside\.fm|castos\.com|spotify\.com\/embed(?:-podcast)?\/(?:episode|show)|embed\.podcasts\.apple\.com|audioboom\.com|soundcloud\.com\/player|blubrry|podigee|podlove/i;
