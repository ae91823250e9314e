# The service as one static binary in an empty image, for linux/amd64 and linux/arm64:
#
#   docker buildx build --platform linux/amd64,linux/arm64 -t dateline .
#   docker run -p 8980:8980 -e DATELINE_AUTH_TOKEN=… dateline
#
# Inside a container the service listens on every interface, so that it asks for a token;
# -e DATELINE_AUTH=off lets everybody in.
FROM --platform=$BUILDPLATFORM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG TARGETOS TARGETARCH
RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -trimpath -buildvcs=false -ldflags="-s -w" -o /datelined ./server/cmd/datelined

FROM scratch
COPY --from=build /datelined /datelined
COPY LICENSE NOTICE /
# No root; the data folder, where one is mounted, must be writable for this user.
USER 65532:65532
ENV DATELINE_LISTEN=:8980
EXPOSE 8980
ENTRYPOINT ["/datelined"]
