/**
 * Files of a domain that may do input and output, as names in `server/domains/<domain>/` (`*` stands for any part of a name). Every other
 * file there is a rule file: pure, bound to the kernel and to its own domain. Read by eslint.config.js and .dependency-cruiser.cjs.
 *
 * - store, views: the only places of SQL.
 * - routes, routes-*, jobs: the only places where domains meet; routes-* are parts of a routes.ts grown too long.
 * - index: the door.
 * - *-folder: reads a folder of data/ when the program starts.
 * - search: keeps its index in memory and asks the dictionary.
 * - sealed-*: seals and opens particulars with the platform's keys; a part that does not open is a fault of the installation.
 * - sessions: keeps who is signed in. surroundings: what app.ts gives the domain to work with.
 */
exports.ioFiles = ['store.ts', '*-store.ts', 'views.ts', '*-views.ts', 'routes.ts', 'routes-*.ts', 'jobs.ts', 'jobs-*.ts', 'index.ts', '*-folder.ts', 'search.ts', 'sealed-*.ts', 'sessions.ts', 'surroundings.ts'];

/** Files that put a state into the shape of the wire: pure like rule files, but they may know the contract. */
exports.wireFiles = ['wire.ts', '*-wire.ts', '*-view.ts'];
