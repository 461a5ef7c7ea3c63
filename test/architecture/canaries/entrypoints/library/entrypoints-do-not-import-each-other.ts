import { target } from '@/entrypoints/popup/target';
export const copy = target;
