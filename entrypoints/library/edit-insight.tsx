import { useMemo, useState } from 'react';
import { applyPatch, isEmptyPatch, type CardPatch } from '@/components/library/card-patch';
import { fieldLabels } from '@/components/library/field-labels';
import { InsightActions } from '@/components/library/insight-actions';
import { InsightEditor } from '@/components/library/insight-editor';
import { fieldsOf, patchOf, valueOf } from '@/components/library/kept-field';
import { overwritten } from '@/components/library/overwritten';
import { useCardEdits, type Expected } from '@/components/library/use-card-edits';
import { editCard } from '@/lib/actions/edit-card';
import { copyCitation } from '@/lib/actions/export-cards';
import { fillClip } from '@/lib/actions/fill-clip';
import { promote } from '@/lib/actions/promote';
import { transcriptOf } from '@/lib/actions/transcript-of';
import { readConditions } from '@/lib/core/codex/conditions';
import { proposeTier } from '@/lib/core/codex/tier';
import { writeConditions } from '@/lib/core/codex/write-conditions';
import { clipSchema, type ClipRole } from '@/lib/core/insight/clip';
import type { Insight } from '@/lib/core/insight/insight';
import { parseTime } from '@/lib/core/transcript/format-time';
import { t } from '@/lib/i18n';
import { ports } from '@/lib/wire';
import { transcripts } from '@/lib/wire-spoken';
import { ClosestToDraft } from './closest-to-draft';
import type { OpenInsightProps } from './open-insight';
import { findInsights, showInsight } from './shown-insight';
import { overLimit, overLimitText } from './over-limit';
import { suggestionsOf } from './suggestions-of';
import { unsaved } from './unsaved-here';
import { useCardFix } from './use-card-fix';
import { useCodex } from './use-codex';
import { useLinkEdits } from './use-link-edits';
import { hrefOf } from './use-route';

export interface EditInsightProps extends OpenInsightProps {
  readonly insight: Insight;
}

/** The editor over the store: every pause saves, every deletion can be undone. */
export function EditInsight({ insight, data, done, handOut, onTrash }: EditInsightProps) {
  const { key } = insight;
  const { store, clock } = ports;
  const links = useLinkEdits(data, done);

  const save = async (patch: CardPatch, expected: Expected): Promise<CardPatch> => {
    const fields = fieldsOf(patch);
    const over = overLimit(fields);
    const isOver = ([field]: (typeof fields)[number]) => over.some((each) => each.field === field);
    // One field that is too long keeps none of the others from being saved.
    const fitting = patchOf(fields.filter((each) => !isOver(each)));
    if (!isEmptyPatch(fitting) && !(await put(fitting, expected))) return patch;
    if (over.length > 0) done.refuse(over.map(overLimitText).join(' '));
    return patchOf(fields.filter(isOver));
  };
  const put = async (patch: CardPatch, expected: Expected): Promise<boolean> => {
    let theirs: CardPatch = {};
    const saved = await editCard(ports, key, (card) => {
      theirs = overwritten(card, patch, expected);
      return applyPatch(card, patch);
    });
    if (saved.ok && saved.value === undefined) done.say(t('library_failed_gone'));
    else if (saved.ok && !isEmptyPatch(theirs)) {
      const names = fieldsOf(theirs).map(([field]) => t(fieldLabels[field]));
      done.say(t('library_overwritten', names.join(', ')), () => putBack(theirs));
    }
    return done.check(saved) && saved.ok && saved.value !== undefined;
  };
  /** Puts the words of somebody else back; the undo of that has what was typed in the meantime as well. */
  const putBack = async (theirs: CardPatch): Promise<void> => {
    if (!(await edits.flush())) return;
    let mine: CardPatch = {};
    const swapped = await editCard(ports, key, (card) => {
      mine = patchOf(fieldsOf(theirs).map(([field]) => [field, valueOf(card, field)]));
      return applyPatch(card, theirs);
    });
    if (done.check(swapped)) done.say(t('library_put_back'), () => putBack(mine));
  };
  const [keep] = useState(() => unsaved.keeperOf(key));
  const edits = useCardEdits(insight.card, {
    save,
    keep: (patch) => keep(patch, insight.card),
  });
  const codex = useCodex(key, data);
  const onFix = useCardFix(key, edits, done);
  const shown = showInsight(insight, edits.card, data, { codex, today: clock.today(), onFix });
  const suggestions = useMemo(() => suggestionsOf(data.insights), [data.insights]);

  /** What is typed goes first, so that the rest works on the whole card. */
  const afterSaving = (act: () => Promise<unknown>) => () => {
    void edits.flush().then((saved) => (saved ? act() : undefined));
  };
  const promoteNow = async (): Promise<boolean> => {
    if (!(await edits.flush())) return true;
    // The store would refuse for the same reasons; a large library takes a moment to say so.
    if (shown.findings.some(({ level }) => level === 'error')) return false;
    const promoted = await promote(ports, key);
    if (promoted.ok) done.say(t('library_promoted', promoted.value.card.id));
    else if (promoted.error.kind === 'not-ready') return false;
    else done.check({ ok: false, error: promoted.error });
    return true;
  };
  const setNote = async (id: string, note: string): Promise<boolean> => {
    const stored = data.clipsOf.get(key)?.find((clip) => clip.id === id)?.note ?? '';
    const saved = await unsaved.saveNote(id, note, stored);
    const { success: fits, error } = clipSchema.shape.note.safeParse(note);
    const [issue] = error?.issues ?? [];
    if (fits || issue?.code !== 'too_big') return done.check(saved);
    done.refuse(overLimitText({ field: 'note', most: Number(issue.maximum), of: 'characters' }));
    return false;
  };
  const fill = async (id: string, words: string, time: string): Promise<string | undefined> => {
    const clip = data.clipsOf.get(key)?.find((each) => each.id === id);
    const saidAt = parseTime(time);
    if (!clip || saidAt === undefined) return t('library_moment_no_time');
    const transcript = await transcriptOf(transcripts, clip.sourceKey, async () => undefined);
    const filled = await fillClip(transcripts, clip, { words, saidAt }, transcript);
    done.check(filled);
    return filled.ok && !filled.value ? t('library_moment_has_words') : undefined;
  };
  const setRole = async (id: string, role: ClipRole) => {
    done.check(await store.moveClip(id, key, role, clock.now()));
  };
  const deleteClip = async (id: string) => {
    if (!done.check(await store.undoCapture(id, clock.now()))) return;
    done.say(t('library_clip_deleted'), async () => {
      done.check(await store.redoCapture(id));
    });
  };
  return (
    <InsightEditor
      insight={insight}
      card={edits.card}
      saveState={edits.state}
      {...shown}
      conditions={readConditions(edits.card.sections.conditions)}
      proposal={edits.card.score && proposeTier(edits.card.score)}
      suggestions={suggestions}
      listHref={hrefOf({ room: 'insights', editing: false })}
      actions={
        <InsightActions
          switchHref={hrefOf({ room: 'insights', key, editing: false })}
          editing
          canCite={shown.citation !== ''}
          onCopy={afterSaving(() => handOut.copy([key]))}
          onDownload={afterSaving(() => handOut.download([key]))}
          onCite={afterSaving(async () => handOut.sayCopied(await copyCitation(ports, key)))}
          onDelete={afterSaving(async () => onTrash(key))}
        />
      }
      closest={
        insight.status === 'draft' ? (
          <ClosestToDraft
            insight={insight}
            card={edits.card}
            data={data}
            done={done}
            flush={edits.flush}
          />
        ) : undefined
      }
      onEdit={edits.edit}
      onConditions={(conditions) =>
        edits.edit({
          sections: { conditions: writeConditions(conditions, edits.card.sections.conditions) },
        })
      }
      onFlush={() => void edits.flush()}
      onPromote={promoteNow}
      onNote={setNote}
      onFill={fill}
      onRole={(id, role) => void setRole(id, role)}
      onDeleteClip={(id) => void deleteClip(id)}
      findInsights={(query) => findInsights(query, key, data)}
      onAddLink={(type, to, why) => links.add(key, to, { type, direction: 'out', why })}
      onEditLink={(link, edit) => links.edit(key, link, edit)}
      onRemoveLink={(link) => afterSaving(() => links.remove(key, link))()}
    />
  );
}
