import { QuoteFormSettings } from '@/components/library/quote-form-settings';
import { SettingsView, type ShownSite } from '@/components/library/settings-view';
import { everySite, readSite, siteName } from '@/lib/core/source/site-pattern';
import { t } from '@/lib/i18n';
import { companionSites } from '@/lib/wire-companion';
import { quoteFormChoice } from '@/lib/wire-quotes';
import { recentLengths } from '@/lib/wire-spoken';
import { useCompanion } from './use-companion';
import type { Done } from './use-done';
import { useQuoteForm } from './use-quote-form';
import { useRecentLength } from './use-recent-length';

export interface SettingsRoomProps {
  /** The site that the person came from to turn the companion on. */
  readonly site?: string | undefined;
  readonly done: Done;
}

/** The settings over the browser's own permissions. */
export function SettingsRoom({ site, done }: SettingsRoomProps) {
  const reach = useCompanion();
  const form = useQuoteForm();
  const [recent, chooseRecent] = useRecentLength();
  const shown = (patterns: readonly string[] = []): ShownSite[] =>
    patterns
      .filter((pattern) => pattern !== everySite)
      .map((pattern) => ({ pattern, name: siteName(pattern) }));

  const allow = async (pattern: string) => {
    const name = siteName(pattern) || t('companion_every_site');
    const isAllowed = await companionSites.allow(pattern);
    if (!isAllowed) done.say(t('companion_declined', name));
    else done.say(t('companion_allowed', name), () => companionSites.disallow(pattern));
  };
  const disallow = async (pattern: string) => {
    await companionSites.disallow(pattern);
    done.say(t('companion_disallowed', siteName(pattern) || t('companion_every_site')));
  };
  /** What was typed as a site, handed on. */
  const withSite = (typed: string, act: (pattern: string) => unknown): boolean => {
    const pattern = readSite(typed);
    if (pattern !== undefined) void act(pattern);
    return pattern !== undefined;
  };

  return (
    <SettingsView
      sites={reach && shown(reach.sites)}
      everywhere={reach?.sites.includes(everySite) ?? false}
      excluded={shown(reach?.excluded)}
      button={reach?.button ?? false}
      proposed={site}
      onAllow={(typed) => withSite(typed, allow)}
      onAllowEverywhere={() => void allow(everySite)}
      onDisallow={(pattern) => void disallow(pattern)}
      onDisallowEverywhere={() => void disallow(everySite)}
      onExclude={(typed) => withSite(typed, (pattern) => companionSites.exclude(pattern))}
      onInclude={(pattern) => void companionSites.include(pattern)}
      recent={recent}
      recentLengths={recentLengths}
      onRecent={chooseRecent}
      onButton={(on) => void companionSites.setButton(on)}
    >
      {form ? (
        <QuoteFormSettings form={form} onChoose={(change) => void quoteFormChoice.choose(change)} />
      ) : null}
    </SettingsView>
  );
}
