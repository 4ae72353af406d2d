package io.coachflow.query.projection;

import java.net.URI;
import java.security.Principal;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import io.coachflow.contracts.error.ApiException;
import io.coachflow.contracts.error.ErrorCode;
import io.coachflow.contracts.rest.AdminAction;
import io.coachflow.contracts.rest.AdminActionPage;
import io.coachflow.contracts.rest.DeadLetterOutcome;
import io.coachflow.contracts.rest.DeadLetterPage;
import io.coachflow.contracts.rest.ProjectionList;
import io.coachflow.contracts.rest.ProjectionView;
import io.coachflow.query.paging.Page;
import io.coachflow.query.projection.DeadLetterTable.Parked;
import org.axonframework.config.EventProcessingConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AdminController implements AdminApi {

	private static final URI PROJECTIONS = URI.create("/api/v1/admin/projections");

	private final ProjectionSupervisor supervisor;

	private final ProjectionStates states;

	private final ProjectionReport report;

	private final DeadLetterTable letters;

	private final DeadLetterRetrier retrier;

	private final AdminActions actions;

	private final EventProcessingConfiguration processing;

	private final TransactionOperations transactions;

	AdminController(ProjectionSupervisor supervisor, ProjectionStates states, ProjectionReport report,
			DeadLetterTable letters, DeadLetterRetrier retrier, AdminActions actions,
			EventProcessingConfiguration processing, TransactionOperations transactions) {
		this.supervisor = supervisor;
		this.states = states;
		this.report = report;
		this.letters = letters;
		this.retrier = retrier;
		this.actions = actions;
		this.processing = processing;
		this.transactions = transactions;
	}

	@Override
	public ProjectionList projections() throws InterruptedException {
		return this.report.all();
	}

	@Override
	public ResponseEntity<ProjectionView> rebuild(String name, Principal caller) throws InterruptedException {
		ProjectionView view = change(name, caller, "rebuild", () -> this.states.request(name, caller.getName()),
				BEING_REBUILT);
		return ResponseEntity.accepted().location(PROJECTIONS).body(view);
	}

	@Override
	public ProjectionView confirm(String name, Principal caller) throws InterruptedException {
		return change(name, caller, "confirm", () -> this.states.confirm(name), NOTHING_TO_CONFIRM);
	}

	@Override
	public ProjectionView rollBack(String name, Principal caller) throws InterruptedException {
		return change(name, caller, "rollback", () -> this.states.rollBack(name), NOTHING_TO_ROLL_BACK);
	}

	@Override
	public DeadLetterPage deadLetters(@Nullable String projection, int limit, @Nullable String cursor) {
		String after = (cursor != null) ? cursor : "";
		Page<Parked> page = Page.read(limit, (most) -> this.letters.page(projection, after, most),
				(parked) -> parked.view().id());
		return new DeadLetterPage(page.entries().stream().map(Parked::view).toList(), page.nextCursor());
	}

	@Override
	public DeadLetterOutcome retry(String id, Principal caller) {
		return handle(id, caller, "retry", this.retrier::retry);
	}

	@Override
	public DeadLetterOutcome discard(String id, Principal caller) {
		return handle(id, caller, "discard", this.retrier::discard);
	}

	@Override
	public AdminActionPage actions(int limit, @Nullable String cursor) {
		Page<AdminAction> page = Page.read(limit, (most) -> this.actions.page(Page.before(cursor), most),
				(action) -> Long.toString(action.id()));
		return new AdminActionPage(page.entries(), page.nextCursor());
	}

	/** The change and its record are committed together. */
	private ProjectionView change(String name, Principal caller, String action, BooleanSupplier change,
			String otherwise) throws InterruptedException {
		requireReadModel(name);
		boolean accepted = Boolean.TRUE.equals(this.transactions.execute((_) -> {
			boolean done = change.getAsBoolean();
			this.actions.record(caller.getName(), action, name, done ? "accepted" : "refused");
			return done;
		}));
		if (!accepted) {
			throw new ApiException(ErrorCode.CONFLICT, otherwise);
		}
		return this.report.of(name);
	}

	private DeadLetterOutcome handle(String id, Principal caller, String action,
			Function<Parked, DeadLetterOutcome> handling) {
		Parked parked = this.letters.sequenceOf(id)
			.orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND, UNKNOWN_LETTER));
		DeadLetterOutcome outcome = handling.apply(parked);
		this.actions.record(caller.getName(), action, parked.group() + " " + parked.sequence(),
				outcome.handled() + " handled, " + outcome.remaining() + " remaining");
		return outcome;
	}

	private void requireReadModel(String name) {
		if (this.supervisor.names().contains(name)) {
			return;
		}
		if (this.processing.eventProcessors().containsKey(name)) {
			throw new ApiException(ErrorCode.CONFLICT,
					name + " builds no read model but acts on events, so it is never replayed.");
		}
		throw new ApiException(ErrorCode.NOT_FOUND, UNKNOWN_PROJECTION);
	}

}
