# The production image. `docker build -t coachflow .` needs BuildKit, Docker's default since 23.

FROM eclipse-temurin:25-jdk-noble AS build
WORKDIR /src
COPY . .
# The cache mount keeps downloaded libraries between builds; the wrapper brings its own Maven
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -ntp -B -DskipTests package \
    && java -Djarmode=tools -jar app/target/coachflow.jar extract --layers --launcher --destination /layers

FROM eclipse-temurin:25-jre-noble
# A uid as a number: Kubernetes' runAsNonRoot cannot check a name. The service writes no file but /tmp
RUN groupadd --system --gid 10001 coachflow \
    && useradd --system --uid 10001 --gid 10001 --no-create-home --home-dir /app --shell /usr/sbin/nologin coachflow
WORKDIR /app

# From what changes least to what changes with every commit, so that a new version moves about 1 MB
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --chmod=755 docker/healthcheck /usr/local/bin/healthcheck
COPY --from=build /layers/application/ ./

USER 10001:10001
ENV SPRING_PROFILES_ACTIVE=prod \
    JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=70"
EXPOSE 8000

# This JRE image has neither curl nor wget, and a JVM per check would cost a second of CPU; bash it surely has
HEALTHCHECK --interval=5s --timeout=5s --start-period=90s --retries=3 \
    CMD ["/usr/local/bin/healthcheck"]

# Out of memory is a dead process, which gets restarted, not a half-dead one. Further flags: JDK_JAVA_OPTIONS.
# Exec form: the JVM is process 1 and hears SIGTERM, which starts the graceful shutdown of 10 s at most
ENTRYPOINT ["java", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "org.springframework.boot.loader.launch.JarLauncher"]
