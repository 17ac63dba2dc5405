# Fotfeste. `make help` lists what can be done.

.DEFAULT_GOAL := help
.PHONY: help start demo test test-fast check trace bench lock docs clean

## Bruke
start: ## Installer det som trengs, lag demodata og start Fotfeste på http://127.0.0.1:8000 (PORT=8000)
	@sh scripts/start.sh

demo: ## Lag demodata og nøkler på nytt (sletter det som er i var/)
	@sh scripts/venv.sh base
	@.venv/bin/fotfeste demo --reset

## Prøve
test: ## Alle prøver: SQLite, PostgreSQL, nettleser (ONLY=web kjører bare tests/web, PICTURES=1 tar bilder av sidene)
	@sh scripts/venv.sh test
	@.venv/bin/python -m scripts.run_tests "$(ONLY)"

test-fast: ## Reglene og arkitekturen, på sekunder
	@sh scripts/venv.sh test
	@.venv/bin/python -m pytest -q tests/domain tests/architecture

check: ## Stil, typer, lag og ord
	@sh scripts/venv.sh test
	@sh scripts/check.sh

trace: ## Krav for krav: hvilke prøver som prøver dem
	@sh scripts/venv.sh test
	@.venv/bin/python -m tests.requirements_trace

bench: ## Målinger, ved siden av en bar Django-side
	@sh scripts/venv.sh test
	@.venv/bin/python -m bench.run

## Vedlikeholde
lock: ## Lås avhengighetene på nytt fra requirements/*.in
	@sh scripts/lock.sh

docs: ## Lag de genererte dokumentene på nytt
	@sh scripts/venv.sh base
	@.venv/bin/fotfeste docs

clean: ## Fjern .venv og mellomlagre, men aldri var/
	@rm -rf .venv .venv.lock .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo "Ryddet. Data og nøkler i var/ er urørt."

help: ## Denne oversikten
	@awk '/^## /{printf "\n%s\n", substr($$0, 4)} /^[a-z-]+:.*## /{split($$0, a, ":.*## "); printf "  make %-10s %s\n", a[1], a[2]}' Makefile
