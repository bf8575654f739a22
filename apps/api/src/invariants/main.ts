import { readConfig } from '#config.ts';
import { openDatabase } from '#db/open-database.ts';
import { createLogger } from '#http/logger.ts';
import { runProgram } from '#run-program.ts';
import { openBucket } from '#storage/s3.ts';
import { checkInvariants } from './check-invariants.ts';

runProgram(async () => {
  const config = readConfig();
  const settings = { ...config, migrateOnStart: false, isPatient: true };
  const database = await openDatabase(settings, createLogger(config.logLevel));
  try {
    const violations = await checkInvariants({ database, bucket: openBucket(config) });
    process.stdout.write([...violations, `${violations.length} violations`, ''].join('\n'));
    process.exitCode = violations.length === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
});
