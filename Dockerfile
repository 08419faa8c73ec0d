# The program with its models, for a server: docs/running.md. Built from a checkout, with torch for processors alone.
FROM python:3.12-slim AS build
WORKDIR /build
RUN python -m venv /opt/quotes
ENV PATH=/opt/quotes/bin:$PATH PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN pip install --index-url https://download.pytorch.org/whl/cpu 'torch>=2.6,<2.14'
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY quotes quotes
COPY graph graph
RUN pip install '.[formats,serve,postgresql,export]'

FROM python:3.12-slim
RUN apt-get update && apt-get install -y --no-install-recommends libgomp1 && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 1000 quotes
COPY --from=build /opt/quotes /opt/quotes
ENV PATH=/opt/quotes/bin:$PATH PYTHONUNBUFFERED=1
USER quotes
WORKDIR /data
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
ENTRYPOINT ["quotes"]
CMD ["--help"]
