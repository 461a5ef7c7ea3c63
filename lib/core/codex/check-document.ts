/** What the codex would object to in a contradiction or a pattern. */
import type { Severity } from './check-finding';
import type { CodexDocument } from './codex-document';
import type { Codex } from './prepare-codex';

export interface DocumentFinding {
  readonly rule: 'document_link_dead';
  readonly severity: Severity;
  readonly field: 'names';
  readonly values: readonly string[];
  /** What stands there instead is for a person to say. */
  readonly fix?: undefined;
  readonly other?: undefined;
}

/** The cards that the document names and nobody has, in its order. */
export function checkDocument(
  { names }: Pick<CodexDocument, 'names'>,
  codex: Codex,
): DocumentFinding[] {
  const plain = new Set(
    names.map((name) => (codex.ids.has(name) ? name : name.replace(/\.md$/i, ''))),
  );
  return [...plain]
    .filter((id) => !codex.ids.has(id))
    .map((id) => ({
      rule: 'document_link_dead',
      severity: 'warning',
      field: 'names',
      values: [id],
    }));
}
