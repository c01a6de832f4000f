# Verbatim in a container: small, not root, and able to run on a read-only file system (compose.yaml shows how).
# This file was never built: there was no Docker engine where it was written. What it runs was tried by hand on Linux: these
# files alone, these packages alone, an unprivileged user, a read-only file system, this command and this health check.

FROM node:24-alpine AS packages
WORKDIR /opt/verbatim
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-alpine
ENV NODE_ENV=production HEALTH_PORT=9464
WORKDIR /opt/verbatim
COPY --from=packages /opt/verbatim/node_modules node_modules
COPY package.json LICENSE ./
COPY src src
COPY knowledge knowledge
USER node
# The bot ends its answers first, within ten seconds; SIGHUP makes it read knowledge/ again.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:9464/livez"]
# The bot itself, with nothing in between that would keep signals from it; deploy/verbatim.service says what the flags are for.
ENTRYPOINT ["node", "--max-semi-space-size=4", "--heap-growing-percent=30", "src/launch.cjs", "src/bot.ts"]
