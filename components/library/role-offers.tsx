import type { RoleOffer } from '@/lib/core/source/metadata';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import styles from './role-offers.module.css';
import type { ShownClip } from './shown';

export interface RoleOffersProps {
  readonly clips: readonly ShownClip[];
  readonly operator: string;
  readonly value: string;
  readonly onChoose: (role: string) => void;
}

const mostShown = 4;

/** What the pages say the operator was, to be taken with a press; nothing is filled in by itself. */
export function RoleOffers({ clips, operator, value, onChoose }: RoleOffersProps) {
  const offers = offersOf(clips, operator).filter(({ role }) => role !== value);
  if (offers.length === 0) return null;
  return (
    <ul className={styles.offers} aria-label={t('library_role_offers')}>
      {offers.map(({ role, name, from }) => (
        <li key={role}>
          <Button variant="quiet" onClick={() => onChoose(role)}>
            {t('library_role_use', role)}
          </Button>{' '}
          <span className={styles.from}>
            {name ? t('library_role_of', name, from) : t('library_from', from)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Each role once: those of the operator, and those that the page gives to nobody by name. */
function offersOf(clips: readonly ShownClip[], operator: string): RoleOffer[] {
  const all = clips.flatMap(({ source }) => source?.metadata.roles ?? []);
  const who = operator.trim().toLowerCase();
  const fitting = all.filter(({ name }) => !name || !who || name.toLowerCase() === who);
  const roles = new Map(fitting.map((offer) => [offer.role, offer]));
  return [...roles.values()].slice(0, mostShown);
}
