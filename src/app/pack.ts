export { packIn } from '../elements/shared/pack-in.ts';
