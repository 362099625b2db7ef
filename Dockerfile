# The service and its page in one image without a shell. The base images are build arguments, so that they can
# come from a registry of your own.
ARG NODE_IMAGE=node:22-bookworm-slim
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled

# The page's libraries: npm's layer is built again only when the lock file changes.
FROM ${NODE_IMAGE} AS page
WORKDIR /source/src/CalcApi
COPY src/CalcApi/package.json src/CalcApi/package-lock.json src/CalcApi/.npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
COPY src/CalcApi/build-vendor.mjs ./
RUN node build-vendor.mjs /source/wwwroot/lib
COPY src/CalcApi/build-page.mjs ./
COPY wwwroot /source/wwwroot
RUN node build-page.mjs /source/wwwroot /source/page && mkdir /source/sbom && npm sbom --sbom-format cyclonedx --omit dev > /source/sbom/page.json

FROM ${SDK_IMAGE} AS build
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
WORKDIR /source
# Only what a restore reads: NuGet's layer is built again only when one of these changes.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/Calculus/Calculus.csproj src/Calculus/packages.lock.json src/Calculus/
COPY src/CalcRuns/CalcRuns.csproj src/CalcRuns/packages.lock.json src/CalcRuns/
COPY src/CalcApi/CalcApi.csproj src/CalcApi/packages.lock.json src/CalcApi/*.targets src/CalcApi/
COPY .config .config
RUN dotnet restore src/CalcApi --locked-mode && dotnet tool restore
COPY .editorconfig ./
COPY src src
COPY --from=page /source/page page
RUN dotnet publish src/CalcApi --no-restore --configuration Release --output /app -p:SkipNpm=true -p:BundledPage=/source/page -p:UseAppHost=false -p:Sbom=true
COPY --from=page /source/sbom /app/sbom
# A volume that is mounted here belongs to the user that the service runs as.
RUN mkdir /runs

FROM ${RUNTIME_IMAGE}
WORKDIR /app
COPY --from=build /app ./
COPY --from=build --chown=1654:1654 /runs /var/lib/calcapi
# The diagnostics server would write a socket to /tmp; without it nothing is written at all.
ENV ASPNETCORE_HTTP_PORTS=8080 Runs__Folder=/var/lib/calcapi DOTNET_EnableDiagnostics=0 Logging__Requests=true Logging__Console__FormatterName=json
EXPOSE 8080
# The user "app" of the .NET images, by number, so that a cluster can see that it is not root.
USER 1654:1654
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s --retries=3 \
  CMD ["dotnet", "CalcApi.dll", "--health", "http://127.0.0.1:8080/health/live"]
ENTRYPOINT ["dotnet", "CalcApi.dll"]
