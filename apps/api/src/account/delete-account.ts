import { userIdSchema } from '@share-my-files/contract';
import { readConfig } from '#config.ts';
import { openDatabase } from '#db/open-database.ts';
import { createLogger } from '#http/logger.ts';
import { runProgram } from '#run-program.ts';
import { beginDeletion } from './account-repository.ts';

/** For an operator: `delete-account <id>` begins the deletion that the sweeper finishes. */
runProgram(async () => {
  const userId = userIdSchema.parse(process.argv[2]);
  const config = readConfig();
  const database = await openDatabase({ ...config, migrateOnStart: false }, createLogger(config.logLevel));
  try {
    const isBegun = await database.transaction((tx) => beginDeletion(tx, userId));
    if (!isBegun) throw new Error(`There is no account ${userId}.`);
    process.stdout.write('The account is locked. The sweeper deletes it within minutes.\n');
  } finally {
    await database.close();
  }
});
