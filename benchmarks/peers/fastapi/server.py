"""The peer that keeps state instead of events: FastAPI, PostgreSQL, Redis.

Fair, because it is built as such services usually are, with the fast parts (uvloop, httptools, asyncpg, hiredis) and as
many processes as there are cores. A session is read from Redis; one transaction then moves the row on, if it still stands
at that step, and adds the answer, and waits for the disk. It does less than an event-sourced service: no score, no
history, no second read model.
"""
import json
import os
import uuid
from datetime import datetime, timedelta, timezone

import asyncpg
import jwt
import redis.asyncio as redis
from fastapi import Depends, FastAPI, Header, HTTPException, Response
from pydantic import BaseModel

STEPS = ["vision", "mission", "clientele", "differentiation", "offre"]
LIFETIME = timedelta(hours=2)
SCHEMA = """
CREATE TABLE IF NOT EXISTS sessions (
    session_id text PRIMARY KEY, user_id text NOT NULL, business jsonb NOT NULL, step integer NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE IF NOT EXISTS answers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, session_id text NOT NULL, step text NOT NULL,
    sequence bigint NOT NULL, user_response text NOT NULL, answered_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (session_id, step));
"""

app = FastAPI()
keys = jwt.PyJWKClient(os.environ["JWKS_URL"])


class Start(BaseModel):
    business_name: str | None = None
    sector: str | None = None
    city: str | None = None
    country: str | None = None


class Step(BaseModel):
    session_id: str
    user_response: str
    step: str | None = None


class Complete(BaseModel):
    session_id: str


@app.on_event("startup")
async def connect():
    app.state.pool = await asyncpg.create_pool(os.environ["DATABASE_URL"], min_size=5, max_size=10)
    app.state.redis = redis.Redis.from_url(os.environ["REDIS_URL"])
    async with app.state.pool.acquire() as connection, connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(1)")
        await connection.execute(SCHEMA)


@app.on_event("shutdown")
async def disconnect():
    await app.state.pool.close()
    await app.state.redis.close()


async def user(authorization: str = Header("")) -> str:
    try:
        token = authorization.removeprefix("Bearer ")
        claims = jwt.decode(token, keys.get_signing_key_from_jwt(token).key, algorithms=["RS256"],
                            audience="coachflow-api", issuer=os.environ["ISSUER"])
    except jwt.PyJWTError:
        raise HTTPException(401)
    if "coaching" not in claims["scope"].split():
        raise HTTPException(403)
    return claims["sub"]


async def session_of(session_id: str, caller: str) -> dict:
    cached = await app.state.redis.get("session:" + session_id)
    if cached:
        session = json.loads(cached)
    else:
        row = await app.state.pool.fetchrow("SELECT user_id, step FROM sessions WHERE session_id = $1", session_id)
        if not row:
            raise HTTPException(404)
        session = {"user": row["user_id"], "step": row["step"]}
    if session["user"] != caller:
        raise HTTPException(403)
    return session


async def keep(session_id: str, session: dict):
    await app.state.redis.set("session:" + session_id, json.dumps(session), ex=LIFETIME)


def answer(response: Response, session_id: str, step: int, accepted: bool) -> dict:
    done = step == len(STEPS)
    # As the service counts: from 0, and the last answer completes the session, which is one more
    sequence = step + 1 if done else step
    response.headers["ETag"] = f'"{sequence}"'
    current = "completed" if done else STEPS[step]
    return {"session_id": session_id, "status": "completed" if done else "in_progress" if step else "initialized",
            "current_step": current, "coach_message": f"Now tell me about this step of your business: {current}.",
            "examples": [], "next_questions": [], "progress": {name: at < step for at, name in enumerate(STEPS)},
            "confidence_score": 0, "is_step_complete": accepted, "sequence": sequence,
            "expires_at": (datetime.now(timezone.utc) + LIFETIME).isoformat()}


@app.get("/actuator/health/readiness")
async def ready():
    return {"status": "UP"}


@app.post("/api/v1/coaching/start")
async def start(body: Start, response: Response, caller: str = Depends(user)):
    session_id = str(uuid.uuid4())
    await app.state.pool.execute("INSERT INTO sessions (session_id, user_id, business, step) VALUES ($1, $2, $3, 0)",
                                 session_id, caller, body.json())
    await keep(session_id, {"user": caller, "step": 0})
    return answer(response, session_id, 0, False)


@app.post("/api/v1/coaching/step")
async def step(body: Step, response: Response, caller: str = Depends(user)):
    session = await session_of(body.session_id, caller)
    at = session["step"]
    if at == len(STEPS) or not 0 < len(body.user_response.strip()) <= 10_000:
        raise HTTPException(400)
    if body.step and body.step != STEPS[at]:
        raise HTTPException(409)
    async with app.state.pool.acquire() as connection, connection.transaction():
        moved = await connection.fetchval(
            "UPDATE sessions SET step = step + 1, updated_at = now() WHERE session_id = $1 AND step = $2 RETURNING step",
            body.session_id, at)
        if moved is None:
            raise HTTPException(409)
        await connection.execute(
            "INSERT INTO answers (session_id, step, sequence, user_response) VALUES ($1, $2, $3, $4)",
            body.session_id, STEPS[at], moved, body.user_response)
    await keep(body.session_id, session | {"step": moved})
    return answer(response, body.session_id, moved, True)


@app.post("/api/v1/coaching/complete")
async def complete(body: Complete, response: Response, caller: str = Depends(user)):
    session = await session_of(body.session_id, caller)
    if session["step"] < len(STEPS):
        raise HTTPException(400)
    return answer(response, body.session_id, len(STEPS), False)
