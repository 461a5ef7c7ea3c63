/** What recognisers and captions call a voice whose name they do not know. */
const code =
  /^(?:s|spk|speaker|voice|person|unknown|male|female|man|woman|host|guest|interviewer|interviewee|narrator|announcer|audience|caller|moderator|participant|q|a)?[\s_#.-]*\d*$/i;

/** Whether this is a code such as `SPEAKER_01` or `Guest`, which names nobody. */
export function isVoiceCode(speaker: string): boolean {
  return code.test(speaker.trim());
}
