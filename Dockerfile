# The production image. `docker build -t coachflow .` needs BuildKit, Docker's default since 23.

FROM eclipse-temurin:25-jdk-noble AS build
WORKDIR /src
COPY . .
# The cache mount keeps downloaded libraries between builds; the wrapper brings its own Maven
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -ntp -B -Pbenchmarks -DskipTests package \
    && java -Djarmode=tools -jar app/target/coachflow.jar extract --layers --destination /layers \
    && mkdir /trainer && cp -r benchmarks/target/classes /trainer/ \
    && tr ':' '\n' < benchmarks/target/classpath | xargs cp -t /trainer/

FROM eclipse-temurin:25-jre-noble AS service
# The uid is a number, because Kubernetes' runAsNonRoot cannot check a name. The service writes only to /tmp
RUN groupadd --system --gid 10001 coachflow \
    && useradd --system --uid 10001 --gid 10001 --no-create-home --home-dir /app --shell /usr/sbin/nologin coachflow
WORKDIR /app

# Layers from the most stable to the one that changes with every commit
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --chmod=755 docker/healthcheck /usr/local/bin/healthcheck
COPY docker/jvm.options ./
COPY --from=build /layers/application/ ./

USER 10001:10001
# Replaceable: what is not here is in jvm.options
ENV JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=70"

# Some minutes of real load on this very service make the AOT cache. It fails if the cache is not made or not used.
# Not as root, because PostgreSQL refuses that
FROM service AS training
COPY --from=build /trainer/ /trainer/
RUN java -cp '/trainer/classes:/trainer/*' io.coachflow.benchmarks.Training \
    --jar /app/coachflow.jar --out /tmp/coachflow.aot --jvm @/app/jvm.options

FROM service
COPY --from=training /tmp/coachflow.aot ./
ENV SPRING_PROFILES_ACTIVE=prod
EXPOSE 8000

# A bash script, because this image has neither curl nor wget, and a JVM for each check would cost a second of CPU
HEALTHCHECK --interval=5s --timeout=5s --start-period=90s --retries=3 \
    CMD ["/usr/local/bin/healthcheck"]

# Out of memory ends the process, so that it is restarted. Further flags: JDK_JAVA_OPTIONS.
# Exec form: the JVM is process 1 and gets SIGTERM, which starts the graceful shutdown of at most 10 s.
# A JVM that cannot use the cache says so and starts without it
ENTRYPOINT ["java", "@/app/jvm.options", "-XX:AOTCache=/app/coachflow.aot", "-jar", "coachflow.jar"]
