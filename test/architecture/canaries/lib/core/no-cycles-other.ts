import { one } from './no-cycles';
export const other = one;
