# The production image. `docker build -t coachflow .` needs BuildKit, Docker's default since 23.

FROM eclipse-temurin:25-jdk-noble AS build
WORKDIR /src
COPY . .
# The cache mount keeps downloaded libraries between builds; the wrapper brings its own Maven
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -ntp -B -DskipTests package \
    && java -Djarmode=tools -jar app/target/coachflow.jar extract --layers --launcher --destination /layers

FROM eclipse-temurin:25-jre-noble
# The uid is a number, because Kubernetes' runAsNonRoot cannot check a name. The service writes only to /tmp
RUN groupadd --system --gid 10001 coachflow \
    && useradd --system --uid 10001 --gid 10001 --no-create-home --home-dir /app --shell /usr/sbin/nologin coachflow
WORKDIR /app

# Layers from the most stable to the one that changes with every commit, so that a new version transfers about 1 MB
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --chmod=755 docker/healthcheck /usr/local/bin/healthcheck
COPY --from=build /layers/application/ ./

USER 10001:10001
ENV SPRING_PROFILES_ACTIVE=prod \
    JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=70"
EXPOSE 8000

# A bash script, because this image has neither curl nor wget, and a JVM for each check would cost a second of CPU
HEALTHCHECK --interval=5s --timeout=5s --start-period=90s --retries=3 \
    CMD ["/usr/local/bin/healthcheck"]

# Out of memory ends the process, so that it is restarted. Further flags: JDK_JAVA_OPTIONS.
# Exec form: the JVM is process 1 and gets SIGTERM, which starts the graceful shutdown of at most 10 s
ENTRYPOINT ["java", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "org.springframework.boot.loader.launch.JarLauncher"]
