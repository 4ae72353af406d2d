// The peer with events in PostgreSQL on Node.js: Emmett, its PostgreSQL store and one inline projection.
//
// Fair, because it uses Emmett's own command handler, store and projection as its documentation does, on Node's bare HTTP
// server, which is faster than Express, and with as many processes as there are cores. A command reads its stream and
// appends with the expected version, and the read model changes in the same transaction, which waits for the disk. It does
// less than the service: no score, one read model, no hash chain.
import cluster from 'node:cluster';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { availableParallelism } from 'node:os';

import { SQL } from '@event-driven-io/dumbo';
import { CommandHandler, isExpectedVersionConflictError, projections } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore, postgreSQLRawSQLProjection } from '@event-driven-io/emmett-postgresql';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';

const STEPS = ['vision', 'mission', 'clientele', 'differentiation', 'offre'];
const LIFETIME_MILLIS = 2 * 60 * 60 * 1000;

const sessionList = postgreSQLRawSQLProjection({
  name: 'session_list',
  canHandle: ['SessionStarted', 'StepAnswered'],
  init: () => SQL`CREATE TABLE IF NOT EXISTS session_list (
    session_id text PRIMARY KEY, user_id text NOT NULL, answered integer NOT NULL, updated_at timestamptz NOT NULL)`,
  evolve: ({ type, data }) =>
    type === 'SessionStarted'
      ? SQL`INSERT INTO session_list VALUES (${data.session_id}, ${data.user_id}, 0, now())`
      : SQL`UPDATE session_list SET answered = answered + 1, updated_at = now() WHERE session_id = ${data.session_id}`,
});

const store = getPostgreSQLEventStore(process.env.DATABASE_URL, {
  projections: projections.inline([sessionList]),
  schema: { autoMigration: cluster.isPrimary ? 'CreateOrUpdate' : 'None' },
});

const handle = CommandHandler({
  initialState: () => ({ user: undefined, answered: 0 }),
  evolve: (state, { type, data }) =>
    type === 'SessionStarted' ? { ...state, user: data.user_id }
      : type === 'StepAnswered' ? { ...state, answered: state.answered + 1 }
      : state,
});

class Refused extends Error {
  constructor(status) {
    super(String(status));
    this.status = status;
  }
}

function refuseIf(condition, status) {
  if (condition) throw new Refused(status);
}

function own(state, user) {
  refuseIf(state.user === undefined, 404);
  refuseIf(state.user !== user, 403);
}

const calls = {
  async start(body, user) {
    const id = randomUUID();
    const data = { session_id: id, user_id: user, business: body };
    return answer(id, await handle(store, id, () => ({ type: 'SessionStarted', data })), false);
  },

  async step({ session_id: id, user_response: text, step: believed }, user) {
    const result = await handle(store, id, (state) => {
      own(state, user);
      refuseIf(state.answered === STEPS.length || !text?.trim() || text.length > 10_000, 400);
      const step = STEPS[state.answered];
      refuseIf(believed && believed !== step, 409);
      const events = [{ type: 'StepAnswered', data: { session_id: id, step, answer: text } }];
      if (state.answered + 1 === STEPS.length) events.push({ type: 'SessionCompleted', data: { session_id: id } });
      return events;
    });
    return answer(id, result, true);
  },

  async complete({ session_id: id }, user) {
    const result = await handle(store, id, (state) => {
      own(state, user);
      refuseIf(state.answered < STEPS.length, 400);
      return [];
    });
    return answer(id, result, false);
  },
};

function answer(id, { newState: { answered }, nextExpectedStreamVersion: version }, accepted) {
  const done = answered === STEPS.length;
  const current = done ? 'completed' : STEPS[answered];
  return {
    session_id: id,
    status: done ? 'completed' : answered ? 'in_progress' : 'initialized',
    current_step: current,
    coach_message: `Now tell me about this step of your business: ${current}.`,
    examples: [],
    next_questions: [],
    progress: Object.fromEntries(STEPS.map((step, at) => [step, at < answered])),
    confidence_score: 0,
    is_step_complete: accepted,
    // The service counts from 0
    sequence: Number(version) - 1,
    expires_at: new Date(Date.now() + LIFETIME_MILLIS).toISOString(),
  };
}

const keys = createRemoteJWKSet(new URL(process.env.JWKS_URL));

async function caller({ headers: { authorization = '' } }) {
  const token = authorization.replace(/^Bearer /, '');
  const expected = { issuer: process.env.ISSUER, audience: 'coachflow-api', algorithms: ['RS256'] };
  const { payload } = await jwtVerify(token, keys, expected);
  refuseIf(!payload.scope?.split(' ').includes('coaching'), 403);
  return payload.sub;
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks));
}

function send(response, status, body) {
  const json = JSON.stringify(body);
  const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(json) };
  if (body.sequence !== undefined) headers.ETag = `"${body.sequence}"`;
  response.writeHead(status, headers).end(json);
}

function statusOf(error) {
  if (error instanceof Refused) return error.status;
  if (error instanceof errors.JOSEError) return 401;
  if (error instanceof SyntaxError) return 400;
  if (isExpectedVersionConflictError(error)) return 409;
  console.error(error);
  return 500;
}

async function serve(request, response) {
  if (request.url === '/actuator/health/readiness') return send(response, 200, { status: 'UP' });
  try {
    const call = request.url.startsWith('/api/v1/coaching/') && calls[request.url.slice('/api/v1/coaching/'.length)];
    refuseIf(!call || request.method !== 'POST', 404);
    const user = await caller(request);
    send(response, 200, await call(await bodyOf(request), user));
  } catch (error) {
    send(response, statusOf(error), { error: String(error.message) });
  }
}

if (cluster.isPrimary) {
  await store.schema.migrate();
  await store.close();
  const workers = Number(process.env.WORKERS) || availableParallelism();
  for (let i = 0; i < workers; i++) cluster.fork();
  process.on('SIGTERM', () => cluster.disconnect(() => process.exit()));
} else {
  // So that it does not end before connections that are kept alive
  const server = createServer(serve).listen(Number(process.env.SERVER_PORT), '127.0.0.1');
  server.keepAliveTimeout = 60_000;
}
