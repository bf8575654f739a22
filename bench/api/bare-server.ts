import { createServer } from 'node:http';
import express, { type RequestHandler } from 'express';
import pg from 'pg';
import { readListStatement } from './list-statement.ts';

// The least that Node, Express and pg do for a statement whose rows become JSON: no user, no checks, no log.
const [databaseUrl, userId = ''] = process.argv.slice(2);
// As the API: PostgreSQL would compile the list, at each request.
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, options: '-c jit=off' });

const answer =
  (statement: pg.QueryConfig): RequestHandler =>
  async (_request, response) => {
    response.json((await pool.query(statement)).rows);
  };

const app = express();
app.disable('etag');
app.get('/hello', (_request, response) => {
  response.json({ hello: 'world' });
});
app.get('/me', answer({ name: 'me', text: 'select * from users where id = $1', values: [userId] }));
app.get('/items', answer(await readListStatement(pool, userId)));

const server = createServer(app).listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify(server.address())}\n`);
});
