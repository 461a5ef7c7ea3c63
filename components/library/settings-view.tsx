import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { Notice } from '../notice';
import form from './line-form.module.css';
import styles from './settings-view.module.css';

/** A site by what it is called; `pattern` is how the browser knows it. */
export interface ShownSite {
  readonly pattern: string;
  readonly name: string;
}

export interface SettingsViewProps {
  /** Undefined while loading. */
  readonly sites: readonly ShownSite[] | undefined;
  readonly everywhere: boolean;
  readonly excluded: readonly ShownSite[];
  readonly button: boolean;
  /** A site to begin with in the field: the one the person came from. */
  readonly proposed?: string | undefined;
  /** False when what was typed is no site. */
  readonly onAllow: (typed: string) => boolean;
  readonly onAllowEverywhere: () => void;
  readonly onDisallow: (pattern: string) => void;
  readonly onDisallowEverywhere: () => void;
  readonly onExclude: (typed: string) => boolean;
  readonly onInclude: (pattern: string) => void;
  readonly onButton: (on: boolean) => void;
  /** Seconds that a clip of what was just said has, and what there is to choose from. */
  readonly recent: number;
  readonly recentLengths: readonly number[];
  readonly onRecent: (seconds: number) => void;
  /** What else there is to settle. */
  readonly children?: ReactNode;
}

/** Where the companion may be, in plain words, and how to take it back. */
export function SettingsView(props: SettingsViewProps) {
  const { sites, everywhere, excluded, button, proposed, recent, recentLengths } = props;
  const companion = useRef<HTMLHeadingElement>(null);
  // Who comes from a site comes for this part.
  useEffect(() => {
    if (proposed === undefined) return;
    companion.current?.focus({ preventScroll: true });
    companion.current?.scrollIntoView();
  }, [proposed]);
  return (
    <section className={styles.view} aria-labelledby="settings-title">
      <h2 id="settings-title" tabIndex={-1}>
        {t('library_room_settings')}
      </h2>
      <h3>{t('listening_title')}</h3>
      <fieldset className={styles.choices}>
        <legend>{t('listening_recent')}</legend>
        {recentLengths.map((seconds) => (
          <label key={seconds} className={styles.switch}>
            <input
              type="radio"
              name="recent-length"
              checked={seconds === recent}
              onChange={() => props.onRecent(seconds)}
            />
            {t('listening_seconds', seconds)}
          </label>
        ))}
      </fieldset>
      <p>{t('listening_keys')}</p>
      <h3
        id="settings-companion"
        ref={companion}
        tabIndex={proposed === undefined ? undefined : -1}
      >
        {t('companion_title')}
      </h3>
      <p>{t('companion_what')}</p>
      <ul className={styles.points}>
        <li>{t('companion_does_paint')}</li>
        <li>{t('companion_does_count')}</li>
        <li>{t('companion_does_button')}</li>
      </ul>
      <p>{t('companion_price')}</p>
      {sites === undefined ? null : (
        <>
          <SiteForm
            key={proposed}
            label={t('companion_add_label')}
            action={t('companion_add')}
            proposed={proposed}
            onAdd={props.onAllow}
          />
          <SiteList
            label={t('companion_sites')}
            sites={sites}
            empty={everywhere ? undefined : t('companion_none')}
            remove={(name) => t('companion_remove', name)}
            onRemove={props.onDisallow}
          />
          {everywhere ? (
            <>
              <Notice tone="info">{t('companion_everywhere_on')}</Notice>
              <Button onClick={props.onDisallowEverywhere}>{t('companion_everywhere_off')}</Button>
              <SiteForm
                label={t('companion_exclude_label')}
                action={t('companion_exclude')}
                onAdd={props.onExclude}
              />
              <SiteList
                label={t('companion_excluded')}
                sites={excluded}
                empty={t('companion_excluded_none')}
                remove={(name) => t('companion_include', name)}
                onRemove={props.onInclude}
              />
            </>
          ) : (
            <Button onClick={props.onAllowEverywhere}>{t('companion_everywhere')}</Button>
          )}
          <label className={styles.switch}>
            <input
              type="checkbox"
              checked={button}
              onChange={(event) => props.onButton(event.target.checked)}
            />
            {t('companion_button_switch')}
          </label>
        </>
      )}
      {props.children}
    </section>
  );
}

interface SiteFormProps {
  readonly label: string;
  readonly action: string;
  readonly proposed?: string | undefined;
  readonly onAdd: (typed: string) => boolean;
}

function SiteForm({ label, action, proposed = '', onAdd }: SiteFormProps) {
  const id = useId();
  const [typed, setTyped] = useState(proposed);
  const [isRefused, setRefused] = useState(false);
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        const isTaken = onAdd(typed);
        setRefused(!isTaken);
        if (isTaken) setTyped('');
      }}
    >
      <label htmlFor={id}>{label}</label>
      <div className={form.line}>
        <input
          id={id}
          className={form.input}
          dir="ltr"
          inputMode="url"
          autoComplete="off"
          placeholder="example.org"
          value={typed}
          aria-invalid={isRefused}
          aria-describedby={`${id}-fault`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">{action}</Button>
      </div>
      <output id={`${id}-fault`} className={styles.fault}>
        {isRefused ? t('companion_no_site') : ''}
      </output>
    </form>
  );
}

interface SiteListProps {
  readonly label: string;
  readonly sites: readonly ShownSite[];
  readonly empty: ReactNode;
  readonly remove: (name: string) => string;
  readonly onRemove: (pattern: string) => void;
}

function SiteList({ label, sites, empty, remove, onRemove }: SiteListProps) {
  return (
    <>
      <h4>{label}</h4>
      {sites.length === 0 ? <p className={styles.empty}>{empty}</p> : null}
      <ul className={styles.sites}>
        {sites.map(({ pattern, name }) => (
          <li key={pattern}>
            <span dir="ltr">{name}</span>
            <Button variant="quiet" onClick={() => onRemove(pattern)} aria-label={remove(name)}>
              {t('companion_remove_short')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
