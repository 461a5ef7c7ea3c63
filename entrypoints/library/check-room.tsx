import { useMemo, useState } from 'react';
import type { ShownCheck } from '@/components/library/check-list';
import { CheckView, type CheckFilter } from '@/components/library/check-view';
import { titleOf } from '@/components/library/title-of';
import type { CheckedFinding } from '@/lib/core/codex/check-collection';
import { checkDocument } from '@/lib/core/codex/check-document';
import { findingMessageKey } from '@/lib/core/codex/check-finding';
import { ownCollection } from '@/lib/core/insight/insight';
import { t } from '@/lib/i18n';
import { countRules } from './count-rules';
import { useCheck } from './use-check';
import type { Done } from './use-done';
import { useFixes } from './use-fixes';
import type { LibraryData } from './use-library';
import { hrefOf } from './use-route';

export interface CheckRoomProps {
  /** One's own when none is named. */
  readonly collection?: string | undefined;
  readonly data: LibraryData;
  readonly done: Done;
}

const nothing: readonly CheckedFinding[] = [];

/** The findings over a whole collection. */
export function CheckRoom({ collection = ownCollection, data, done }: CheckRoomProps) {
  const isOwn = collection === ownCollection;
  const check = useCheck(collection, data);
  const fix = useFixes(done);
  const [filter, setFilter] = useState<CheckFilter>({});
  // Fixed rows go at once; the next check says the same.
  const [made, setMade] = useState<{ of: unknown; keys: ReadonlySet<string> }>();
  const { checked } = check;
  const gone = made && made.of === checked ? made.keys : undefined;
  const documents = useMemo(
    () => new Map(data.documents.map((each) => [each.key, each])),
    [data.documents],
  );
  const findings = useMemo(() => {
    if (!checked) return nothing;
    const ofDocuments = data.documents
      .filter((each) => each.collection === collection)
      .flatMap((document): CheckedFinding[] =>
        checkDocument(document, checked.codex).map((finding) => ({ key: document.key, finding })),
      );
    return [...checked.findings.filter((found) => !gone?.has(rowKey(found))), ...ofDocuments];
  }, [checked, gone, collection, data.documents]);
  const rows = useMemo(
    () =>
      findings.filter(
        ({ finding: { rule, severity } }) =>
          (filter.level === undefined || severity === filter.level) &&
          (filter.rule === undefined || rule === filter.rule),
      ),
    [findings, filter],
  );
  const fixable = useMemo(
    () => (isOwn ? rows.filter(({ finding }) => finding.fix !== undefined) : nothing),
    [rows, isOwn],
  );

  const linkTo = (key: string) => {
    const document = documents.get(key);
    if (document) return { title: document.title, href: hrefOf({ room: 'documents', key }) };
    const insight = data.insightOf.get(key);
    return {
      title: insight ? titleOf(insight, data.quoteOf(key)) : t('library_missing_title'),
      href: hrefOf({ room: 'insights', key, editing: false }),
    };
  };
  const show = (found: CheckedFinding): ShownCheck => {
    const { key, finding } = found;
    return {
      key: rowKey(found),
      level: finding.severity,
      message: t(findingMessageKey(finding), ...finding.values),
      ...linkTo(key),
      other: finding.other === undefined ? undefined : linkTo(finding.other),
      canFix: isOwn && finding.fix !== undefined,
    };
  };
  const fixRows = async (wanted: readonly CheckedFinding[]) => {
    const requests = Array.from(
      Map.groupBy(wanted, ({ key }) => key),
      ([key, found]) => ({ key, fixes: found.flatMap(({ finding }) => finding.fix ?? []) }),
    );
    if (!(await fix(requests))) return;
    setMade({ of: checked, keys: new Set([...(gone ?? []), ...wanted.map(rowKey)]) });
  };

  const collections = [
    { id: ownCollection, name: t('library_check_own') },
    ...Array.from(data.collectionOf.values(), ({ id, name }) => ({ id, name })),
  ];
  return (
    <CheckView
      collections={collections}
      collection={collection}
      readOnly={!isOwn}
      insights={data.insights.filter((insight) => insight.collection === collection).length}
      checked={checked !== undefined}
      progress={check.progress}
      counts={countRules(findings)}
      filter={filter}
      rows={rows}
      show={show}
      fixable={{
        counts: countRules(fixable),
        insights: new Set(fixable.map(({ key }) => key)).size,
      }}
      importHref={hrefOf({ room: 'import' })}
      onCollection={(id) => {
        location.hash = hrefOf(
          id === ownCollection ? { room: 'check' } : { room: 'check', collection: id },
        );
      }}
      onFilter={setFilter}
      onStop={check.stop}
      onStart={check.start}
      onFix={(found) => void fixRows([found])}
      onFixAll={() => void fixRows(fixable)}
    />
  );
}

function rowKey({ key, finding: { rule, field, values } }: CheckedFinding): string {
  return [key, rule, field, ...values].join(' ');
}
