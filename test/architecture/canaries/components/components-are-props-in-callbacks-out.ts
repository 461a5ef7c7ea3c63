import { target } from '@/lib/storage/target';
export const copy = target;
