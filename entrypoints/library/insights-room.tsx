import { useDeferredValue, useMemo, useRef, type RefObject } from 'react';
import { Button } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { FirstSteps } from '@/components/library/first-steps';
import { InsightList, type InsightListHandle } from '@/components/library/insight-list';
import { ListControls } from '@/components/library/list-controls';
import { RoomMessage } from '@/components/library/room-message';
import { SearchNote } from '@/components/library/search-note';
import { SelectionBar } from '@/components/library/selection-bar';
import { TwoPanes } from '@/components/library/two-panes';
import { t, tn } from '@/lib/i18n';
import { ports } from '@/lib/wire';
import { collectionName } from './collection-name';
import { OpenInsight } from './open-insight';
import { useCopyToOwn } from './use-copy-to-own';
import type { Done } from './use-done';
import { useHandOut } from './use-hand-out';
import type { LibraryData } from './use-library';
import { presentFilter, type ListState } from './use-list-state';
import { useListing } from './use-listing';
import { useLinkPicker } from './use-link-picker';
import { hrefOf, type Route } from './use-route';
import type { Search } from './use-search';

export interface InsightsRoomProps {
  readonly route: Extract<Route, { room: 'insights' }>;
  readonly data: LibraryData;
  readonly done: Done;
  readonly list: ListState;
  /** The search engine; undefined until it is ready. */
  readonly find: Search | undefined;
  readonly search: RefObject<HTMLInputElement | null>;
}

const listHref = hrefOf({ room: 'insights', editing: false });

/** The list with its search, filters and selection, and the open insight beside it. */
export function InsightsRoom({ route, data, done, list, find, search }: InsightsRoomProps) {
  const { setFilter, order, setOrder, selected, setSelected } = list;
  const filter = useMemo(() => presentFilter(list.filter, data), [list.filter, data]);
  const listing = useRef<InsightListHandle>(null);
  const handOut = useHandOut(done);
  // Typing stays quick: the list may follow a moment later.
  const asked = useDeferredValue(filter);
  const { shown, facets, answer, matchOf } = useListing(data, asked, order, find);
  // What the search or a filter hides stays selected, but nothing is done with what nobody sees.
  const chosen = useMemo(
    () => new Set(shown.map(({ key }) => key).filter((key) => selected.has(key))),
    [selected, shown],
  );
  const choose = (keys: Iterable<string>) => {
    const visible = new Set(shown.map(({ key }) => key));
    setSelected(new Set([...[...selected].filter((key) => !visible.has(key)), ...keys]));
  };

  const isLoaded = (key: string) => {
    const insight = data.insightOf.get(key);
    return insight !== undefined && collectionName(insight, data) !== undefined;
  };
  const copyToOwn = useCopyToOwn(done);

  const trash = async (all: readonly string[]) => {
    const keys = all.filter((key) => !isLoaded(key));
    const stay = all.length - keys.length;
    if (keys.length === 0) return done.say(tn('library_not_deleted', stay));
    if (!done.check(await ports.store.trashInsights(keys, ports.clock.now()))) return;
    // What was not deleted stays chosen, so that it can be copied instead.
    const gone = new Set(keys);
    setSelected(new Set([...selected].filter((key) => !gone.has(key))));
    if (route.key !== undefined && gone.has(route.key)) location.hash = listHref;
    else listing.current?.focus();
    const said = tn('library_deleted', keys.length);
    done.say(stay === 0 ? said : `${said} ${tn('library_not_deleted', stay)}`, async () => {
      done.check(await ports.store.restoreInsights(keys));
    });
  };
  const leave = () => {
    listing.current?.focus();
    // On a narrow page the list is away: go there.
    if (document.activeElement?.closest('main li') === null) location.hash = listHref;
  };
  const links = useLinkPicker(data, done, route.key);
  const compare = (left?: string, right?: string) => {
    if (left === undefined || right === undefined || left === right) return;
    location.hash = hrefOf({ room: 'compare', left, right });
  };
  const compareChosen = () => {
    const [left, right] = chosen;
    compare(left, right);
  };
  const clearSearch = () => {
    setFilter({});
    search.current?.focus();
  };
  const escape = () => {
    if (chosen.size > 0) setSelected(new Set());
    else setFilter({});
  };

  if (data.insights.length === 0 && route.key === undefined) {
    return (
      <RoomMessage>
        <FirstSteps importHref={hrefOf({ room: 'import' })} clipKey="Alt+Shift+S" />
      </RoomMessage>
    );
  }
  return (
    <>
      {links.picker}
      <TwoPanes
        listLabel={t('library_room_insights')}
        onLeave={leave}
        list={
          <>
            <ListControls
              filter={filter}
              order={order}
              ranked={answer?.isRanked ?? false}
              facets={facets}
              collectionName={(id) => collectionName({ collection: id }, data)}
              searchRef={search}
              onFilter={setFilter}
              onOrder={setOrder}
              onEnterList={() => listing.current?.focus()}
            />
            <SelectionBar
              shown={shown.length}
              total={data.insights.length}
              selected={chosen.size}
              onSelectAll={() => choose(shown.map(({ key }) => key))}
              onCompare={chosen.size === 2 ? compareChosen : undefined}
              onClear={() => setSelected(new Set())}
              onCopy={() => void handOut.copy([...chosen])}
              onDownload={() => void handOut.download([...chosen])}
              onDelete={() => void trash([...chosen])}
              onCopyToOwn={
                [...chosen].some(isLoaded) ? () => void copyToOwn([...chosen]) : undefined
              }
            />
            <SearchNote answer={shown.length > 0 ? answer : undefined} />
            {shown.length === 0 ? (
              <RoomMessage>
                <EmptyState
                  title={t('library_none_title')}
                  text={t(answer ? 'library_none_search' : 'library_none_text')}
                  action={<Button onClick={clearSearch}>{t('library_none_clear')}</Button>}
                />
              </RoomMessage>
            ) : (
              <InsightList
                ref={listing}
                insights={shown}
                openKey={route.key}
                selected={chosen}
                hrefOf={(key) => hrefOf({ room: 'insights', key, editing: false })}
                quoteOf={data.quoteOf}
                matchOf={matchOf}
                query={asked.query}
                collectionOf={(insight) => collectionName(insight, data)}
                onSelect={choose}
                onCopyToOwn={(key) => void copyToOwn([key])}
                onEscape={escape}
                onLink={links.open}
                onCompare={(key) => (chosen.size === 2 ? compareChosen() : compare(route.key, key))}
              />
            )}
          </>
        }
        detail={
          route.key === undefined ? undefined : (
            <OpenInsight
              key={route.key}
              openKey={route.key}
              editing={route.editing}
              data={data}
              done={done}
              handOut={handOut}
              onTrash={(key) => void trash([key])}
              onCopyToOwn={(key) => void copyToOwn([key], true)}
              onLink={links.open}
            />
          )
        }
        rest={
          <RoomMessage>
            <EmptyState title={t('library_pick_title')} text={t('library_pick_text')} />
          </RoomMessage>
        }
      />
    </>
  );
}
