import type { ReactNode } from 'react';
import styles from './room-message.module.css';

/** Room around the one message of a room that has nothing else to show. */
export function RoomMessage({ children }: { readonly children: ReactNode }) {
  return <div className={styles.room}>{children}</div>;
}
