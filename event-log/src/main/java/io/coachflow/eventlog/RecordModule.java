package io.coachflow.eventlog;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.module.SimpleModule;

/**
 * Calls the constructors of records through a handle that is made once. Jackson 3 makes
 * one for each call, which is a good part of the time that reading an event takes.
 */
final class RecordModule extends SimpleModule {

	RecordModule() {
		super("records");
	}

	@Override
	public void setupModule(SetupContext context) {
		super.setupModule(context);
		context.addValueInstantiators(new ValueInstantiators.Base() {

			@Override
			public ValueInstantiator modifyValueInstantiator(DeserializationConfig config,
					BeanDescription.Supplier bean, ValueInstantiator usual) {
				return bean.getBeanClass().isRecord() && usual.getClass() == StdValueInstantiator.class
						? RecordInstantiator.of((StdValueInstantiator) usual) : usual;
			}

		});
	}

	private static final class RecordInstantiator extends StdValueInstantiator {

		private static final MethodType CALL = MethodType.methodType(Object.class, Object[].class);

		private final MethodHandle constructor;

		private RecordInstantiator(StdValueInstantiator usual, MethodHandle constructor) {
			super(usual);
			this.constructor = constructor;
		}

		/** The usual one, where its creator is no constructor that may be called. */
		static StdValueInstantiator of(StdValueInstantiator usual) {
			if (usual.getWithArgsCreator() == null
					|| !(usual.getWithArgsCreator().getAnnotated() instanceof Constructor<?> creator)) {
				return usual;
			}
			try {
				// Jackson has made it accessible
				MethodHandle handle = MethodHandles.lookup().unreflectConstructor(creator);
				return new RecordInstantiator(usual,
						handle.asSpreader(Object[].class, creator.getParameterCount()).asType(CALL));
			}
			catch (IllegalAccessException _) {
				return usual;
			}
		}

		@Override
		public Object createFromObjectWith(DeserializationContext context, @Nullable Object[] arguments)
				throws JacksonException {
			try {
				return this.constructor.invokeExact(arguments);
			}
			catch (Exception ex) {
				return context.handleInstantiationProblem(getValueClass(), arguments, rewrapCtorProblem(context, ex));
			}
			catch (Throwable ex) {
				throw (Error) ex;
			}
		}

	}

}
