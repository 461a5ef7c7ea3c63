import { target } from '@/lib/core/target';
export const copy = target;
