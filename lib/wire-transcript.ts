/**
 * What the transcript panel needs: fetching, the player, what is kept. Apart from `wire.ts`, because
 * it is loaded when the panel is opened and not before.
 */
import { hosts } from './browser/host-fetcher';
import { episodePages } from './wire-episode';
import { ports } from './wire';
import { marks, transcripts } from './wire-spoken';

export const panelPorts = { ...ports, hosts, episodes: episodePages, marks, transcripts };
