import { CompareView, type ComparedInsight } from '@/components/library/compare-view';
import { EmptyState } from '@/components/empty-state';
import { RoomMessage } from '@/components/library/room-message';
import { titleOf } from '@/components/library/title-of';
import { addContradiction } from '@/lib/actions/add-contradiction';
import { alignConditions } from '@/lib/core/codex/align-conditions';
import { readConditions } from '@/lib/core/codex/conditions';
import type { Insight } from '@/lib/core/insight/insight';
import { t } from '@/lib/i18n';
import { linkPorts } from '@/lib/wire-links';
import { hrefOfNamed } from './href-of-named';
import { showInsight } from './shown-insight';
import { linkKey } from './shown-links';
import type { Done } from './use-done';
import type { LibraryData } from './use-library';
import { useLinkEdits } from './use-link-edits';
import { useLinkPicker } from './use-link-picker';
import { hrefOf } from './use-route';

export interface CompareRoomProps {
  readonly left: string;
  readonly right: string;
  readonly data: LibraryData;
  readonly done: Done;
}

const listHref = hrefOf({ room: 'insights', editing: false });

/** Two insights of the library side by side. */
export function CompareRoom({ left, right, data, done }: CompareRoomProps) {
  const [one, other] = [data.insightOf.get(left), data.insightOf.get(right)];
  if (!one || !other) {
    return (
      <RoomMessage>
        <EmptyState
          title={t('library_missing_title')}
          text={t('library_missing_text')}
          action={<a href={listHref}>{t('library_back')}</a>}
        />
      </RoomMessage>
    );
  }
  return <Compared pair={[one, other]} data={data} done={done} />;
}

interface ComparedProps extends Pick<CompareRoomProps, 'data' | 'done'> {
  readonly pair: readonly [Insight, Insight];
}

function Compared({ pair, data, done }: ComparedProps) {
  const [left, right] = pair;
  const edits = useLinkEdits(data, done);
  const picker = useLinkPicker(data, done, left.key, right.key);
  const [ours, theirs] = pair.map(({ card }) => readConditions(card.sections.conditions));
  const shown = showInsight(left, left.card, data);
  const between = data.linksOf(left.key).filter(({ key }) => key === right.key);
  const keys = new Set(between.map(linkKey));
  const side = (insight: Insight, prose = ''): ComparedInsight => ({
    insight,
    title: titleOf(insight, data.quoteOf(insight.key)),
    href: hrefOf({ room: 'insights', key: insight.key, editing: false }),
    clips: insight === left ? shown.clips : showInsight(insight, insight.card, data).clips,
    prose,
  });

  const write = async () => {
    const isLinked = between.some(
      ({ type, origin }) => type === 'contradicts' && origin !== 'document',
    );
    const added = await addContradiction(linkPorts, pair, isLinked);
    if (!added.ok) {
      if (added.error.kind === 'no-id') done.say(t('library_compare_no_id'));
      else done.check({ ok: false, error: added.error });
      return;
    }
    const { document, undo } = added.value;
    location.hash = hrefOf({ room: 'documents', key: document.key });
    done.say(t('library_compare_written', document.title), async () => {
      done.check(await undo());
    });
  };
  const haveIds = left.card.id !== '' && right.card.id !== '';

  return (
    <>
      {picker.picker}
      <CompareView
        left={side(left, ours?.prose)}
        right={side(right, theirs?.prose)}
        conditions={ours && theirs ? alignConditions(ours, theirs) : []}
        links={shown.links
          .filter(({ key }) => keys.has(key))
          .map((link) => ({ ...link, compareHref: undefined }))}
        hrefOfCard={(id) => hrefOfNamed(id, data)}
        listHref={listHref}
        swapHref={hrefOf({ room: 'compare', left: right.key, right: left.key })}
        onLink={() => picker.open(left.key)}
        onEdit={(key, edit) => edits.edit(left.key, key, edit)}
        onRemove={(key) => void edits.remove(left.key, key)}
        onContradiction={haveIds ? () => void write() : undefined}
      />
    </>
  );
}
