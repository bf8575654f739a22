import type { Account } from './account.ts';
import type { World } from './world.ts';

/** A step of a walk, by the owner, an administrator or a thief. */
export type Act = {
  title: string;
  isPossible: (account: Account) => boolean;
  run: (world: World) => Promise<void>;
};
