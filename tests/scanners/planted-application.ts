/**
 * An application with two faults planted on purpose, so that a run of the scanners shows that they find what is there: `/greeting` says back what it is given (reflected cross-site
 * scripting), `/books` puts a number into SQL as text (SQL injection, on a real PostgreSQL). It never runs but beside a scan, on this machine only; nothing of ours is served by it.
 * Argument: the connection as JSON. Tells its port to its parent and ends with it.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, type ClientConfig } from 'pg';

const database = new Client(JSON.parse(process.argv[2] ?? '{}') as ClientConfig);
await database.connect();
await database.query("create table books (book_id integer primary key, title text not null); insert into books values (1, 'Records of the Grand Historian'), (2, 'Dream of the Red Chamber')");

const page = (body: string): string => `<!doctype html><html><head><title>planted</title></head><body>${body}</body></html>`;

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const send = (body: string, status = 200): void => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page(body));
  };
  if (url.pathname === '/greeting') send(`<p>Good day, ${url.searchParams.get('name') ?? ''}</p>`);
  else if (url.pathname === '/books') {
    database
      .query<{ title: string }>(`select title from books where book_id = ${url.searchParams.get('id') ?? '0'}`)
      // Several statements in one give a list of results, and a broken one none.
      .then((result) => send(`<ul>${[result].flat().flatMap(({ rows }) => rows).map(({ title }) => `<li>${title}</li>`).join('')}</ul>`))
      .catch(() => send('<p>There is no such book.</p>', 404));
  } else send('<a href="/greeting?name=reader">greeting</a> <a href="/books?id=1">books</a>');
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.once('disconnect', () => {
  server.close();
  server.closeAllConnections();
  void database.end().then(() => process.exit(0));
});
